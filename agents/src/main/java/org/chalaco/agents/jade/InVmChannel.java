package org.chalaco.agents.jade;

import jade.core.Profile;
import jade.imtp.leap.ICP;
import jade.imtp.leap.ICPException;
import jade.imtp.leap.JICP.JICPProtocol;
import jade.imtp.leap.TransportProtocol;
import jade.mtp.TransportAddress;

/** No way in from outside: a platform that lives in one process needs no socket. */
public final class InVmChannel implements ICP {

    /** For JADE, which makes it by name. */
    public InVmChannel() {}

    @Override
    public TransportAddress activate(Listener listener, String peerId, Profile profile) {
        String name = Integer.toHexString(System.identityHashCode(this));
        return JICPProtocol.getInstance().buildAddress("in-vm", name, null, null);
    }

    @Override
    public void deactivate() {}

    @Override
    public byte[] deliverCommand(
            TransportAddress to, byte[] payload, boolean requireFreshConnection)
            throws ICPException {
        throw new ICPException("Nobody is outside this process.");
    }

    @Override
    public TransportProtocol getProtocol() {
        return JICPProtocol.getInstance();
    }
}
