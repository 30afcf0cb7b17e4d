/** The traffic kernel: who drives where, how, and what comes out. Depends on java.base only. */
module org.chalaco.mobsim {
    exports org.chalaco.mobsim;
    exports org.chalaco.mobsim.network;
    exports org.chalaco.mobsim.traffic;
    exports org.chalaco.mobsim.model;
    exports org.chalaco.mobsim.detector;
    exports org.chalaco.mobsim.signal;
    exports org.chalaco.mobsim.event;
    exports org.chalaco.mobsim.run;

    uses org.chalaco.mobsim.signal.SignalControllerProvider;

    provides org.chalaco.mobsim.signal.SignalControllerProvider with
            org.chalaco.mobsim.signal.ActuatedController.Provider;
}
