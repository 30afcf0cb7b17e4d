package org.chalaco.day2day;

/** What people do on the road when their time comes, and what the road tells them. */
interface Acting {

    /** The mobsim knows all departures beforehand, and nobody rides along. */
    Acting PLANNED =
            new Acting() {
                @Override
                public boolean depart(int trip, double time) {
                    return true;
                }

                @Override
                public void ride(int trip, double time) {
                    throw new IllegalStateException("nothing runs");
                }

                @Override
                public void crossed(int vehicleIndex) {}

                @Override
                public void ended(int vehicleIndex, int linkIndex, double time) {}

                @Override
                public void removed(int vehicleIndex, double time) {}
            };

    /** A drive is to begin: whether its driver gets into the vehicle at once. */
    boolean depart(int trip, double time);

    /** Somebody comes to a stop of public transport. */
    void ride(int trip, double time);

    /** A vehicle entered a link over a stop line. */
    void crossed(int vehicleIndex);

    /** A vehicle reached its destination and its driver got out. */
    void ended(int vehicleIndex, int linkIndex, double time);

    /** A vehicle was taken off the road. */
    void removed(int vehicleIndex, double time);
}
