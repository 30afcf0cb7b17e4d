package org.chalaco.vision.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.chalaco.mobsim.traffic.RandomStream;
import org.chalaco.vision.classification.CropInput;
import org.chalaco.vision.classification.VehicleKinds;
import org.chalaco.vision.detection.OnnxGraph;

/**
 * Trains the classifier with DJL: three convolutions, two dense layers, some 70 000 weights.
 *
 * <p>Adam (Kingma and Ba, 2015), cross-entropy, mirrored and re-exposed crops; the weights with the
 * best validation accuracy are kept, and training stops when it has not risen for some epochs.
 * Offline, on one thread, seeded: the same crops and seed give the same network on the same
 * machine.
 */
public final class KindTraining {

    private static final int[] FILTERS = {16, 32, 48};
    private static final int HIDDEN = 64;
    private static final int BATCH = 64;
    private static final float LEARNING_RATE = 1e-3f;
    private static final double FORGETS_SIZE = 0.3;

    /**
     * What one epoch came to.
     *
     * @param epoch its number, from 1
     * @param loss mean cross-entropy of training
     * @param accuracy share of validation crops whose kind was found
     */
    public record Epoch(int epoch, double loss, double accuracy) {}

    /**
     * How long to train.
     *
     * @param epochs at most
     * @param patience epochs without a better validation accuracy after which it stops
     * @param seed of weights, order and changes of crops
     */
    public record Schedule(int epochs, int patience, long seed) {}

    private final Schedule schedule;
    private final Consumer<Epoch> listener;

    /** A training that tells a listener of every epoch. */
    public KindTraining(Schedule schedule, Consumer<Epoch> listener) {
        this.schedule = schedule;
        this.listener = listener;
    }

    /** Sets what must be set before DJL is touched first: no downloads, one thread. */
    private static void prepareEngine() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    /** Trains and returns the network with its best weights. */
    public OnnxGraph train(List<LabelledCrop> training, List<LabelledCrop> validation) {
        prepareEngine();
        Engine.getInstance().setRandomSeed((int) schedule.seed());
        try (Model model = Model.newInstance("vehicle-kinds")) {
            SequentialBlock network = network();
            model.setBlock(network);
            DefaultTrainingConfig config =
                    new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                            .optOptimizer(
                                    Optimizer.adam()
                                            .optLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                                            .build());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(1, CropInput.PLANES, CropInput.SIZE, CropInput.SIZE));
                List<float[]> best = improve(trainer, network, training, validation);
                return graph(best);
            }
        }
    }

    private static SequentialBlock network() {
        SequentialBlock network = new SequentialBlock();
        for (int filters : FILTERS) {
            network.add(
                            Conv2d.builder()
                                    .setFilters(filters)
                                    .setKernelShape(new Shape(3, 3))
                                    .optPadding(new Shape(1, 1))
                                    .build())
                    .add(Activation.reluBlock())
                    .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        }
        return network.add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(HIDDEN).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(VehicleKinds.ALL.size()).build());
    }

    private List<float[]> improve(
            Trainer trainer,
            SequentialBlock network,
            List<LabelledCrop> training,
            List<LabelledCrop> validation) {
        List<float[]> best = weights(network);
        double bestAccuracy = -1;
        int since = 0;
        for (int epoch = 1; epoch <= schedule.epochs() && since < schedule.patience(); epoch++) {
            double loss = pass(trainer, training, epoch);
            double accuracy = accuracy(trainer, validation);
            listener.accept(new Epoch(epoch, loss, accuracy));
            since++;
            if (accuracy > bestAccuracy) {
                bestAccuracy = accuracy;
                best = weights(network);
                since = 0;
            }
        }
        return best;
    }

    private double pass(Trainer trainer, List<LabelledCrop> crops, int epoch) {
        RandomStream chance = RandomStream.of(schedule.seed(), epoch, "training order");
        List<LabelledCrop> order = new ArrayList<>(crops);
        for (int i = order.size() - 1; i > 0; i--) {
            int k = chance.nextInt(i + 1);
            LabelledCrop swapped = order.get(i);
            order.set(i, order.get(k));
            order.set(k, swapped);
        }
        double sum = 0;
        for (int from = 0; from < order.size(); from += BATCH) {
            List<LabelledCrop> batch = order.subList(from, Math.min(order.size(), from + BATCH));
            try (NDManager manager = trainer.getManager().newSubManager();
                    GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray inputs = inputs(manager, batch, chance);
                NDArray kinds = kinds(manager, batch);
                NDList outputs = trainer.forward(new NDList(inputs));
                NDArray loss = trainer.getLoss().evaluate(new NDList(kinds), outputs);
                gradients.backward(loss);
                sum += loss.getFloat() * batch.size();
                outputs.close();
            }
            trainer.step();
        }
        return sum / order.size();
    }

    private static NDArray inputs(
            NDManager manager, List<LabelledCrop> batch, RandomStream chance) {
        float[] all = new float[batch.size() * CropInput.LENGTH];
        for (int i = 0; i < batch.size(); i++) {
            float[] input = batch.get(i).input();
            float[] shown = chance == null ? input : changed(input, chance);
            System.arraycopy(shown, 0, all, i * CropInput.LENGTH, CropInput.LENGTH);
        }
        return manager.create(
                all, new Shape(batch.size(), CropInput.PLANES, CropInput.SIZE, CropInput.SIZE));
    }

    private static NDArray kinds(NDManager manager, List<LabelledCrop> batch) {
        return manager.create(batch.stream().mapToLong(LabelledCrop::kind).toArray());
    }

    /** The same vehicle, mirrored or not, in another exposure, and now and then of unknown size. */
    private static float[] changed(float[] input, RandomStream chance) {
        boolean isMirrored = chance.nextDouble() < 0.5;
        boolean hasNoSize = chance.nextDouble() < FORGETS_SIZE;
        float gain = (float) (0.7 + 0.6 * chance.nextDouble());
        float shift = (float) (0.3 * (chance.nextDouble() - 0.5));
        float[] changed = new float[input.length];
        int plane = CropInput.SIZE * CropInput.SIZE;
        for (int i = 0; i < input.length; i++) {
            int column = i % CropInput.SIZE;
            int from = isMirrored ? i - column + CropInput.SIZE - 1 - column : i;
            boolean isColour = i < 3 * plane;
            changed[i] =
                    isColour
                            ? Math.max(-1, Math.min(1, input[from] * gain + shift))
                            : hasNoSize ? 0 : input[i];
        }
        return changed;
    }

    private static double accuracy(Trainer trainer, List<LabelledCrop> crops) {
        long right = 0;
        for (int from = 0; from < crops.size(); from += BATCH) {
            List<LabelledCrop> batch = crops.subList(from, Math.min(crops.size(), from + BATCH));
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDList outputs = trainer.evaluate(new NDList(inputs(manager, batch, null)));
                long[] found = outputs.singletonOrThrow().argMax(1).toLongArray();
                for (int i = 0; i < found.length; i++) {
                    right += found[i] == batch.get(i).kind() ? 1 : 0;
                }
                outputs.close();
            }
        }
        return right / (double) crops.size();
    }

    private static List<float[]> weights(SequentialBlock network) {
        List<float[]> weights = new ArrayList<>();
        for (Parameter parameter : network.getParameters().values()) {
            weights.add(parameter.getArray().toFloatArray());
        }
        return weights;
    }

    /** The network as ONNX, with probabilities at its end. */
    private static OnnxGraph graph(List<float[]> weights) {
        int size = CropInput.SIZE;
        OnnxGraph graph =
                new OnnxGraph("vehicle-kinds").input("crop", 1, CropInput.PLANES, size, size);
        int k = 0;
        int planes = CropInput.PLANES;
        String last = "crop";
        for (int layer = 0; layer < FILTERS.length; layer++) {
            String name = "conv" + layer;
            graph.weights(name + ".w", weights.get(k++), FILTERS[layer], planes, 3, 3)
                    .weights(name + ".b", weights.get(k++), FILTERS[layer])
                    .node(
                            "Conv",
                            List.of(last, name + ".w", name + ".b"),
                            name,
                            new OnnxGraph.Attributes()
                                    .integers("kernel_shape", 3, 3)
                                    .integers("pads", 1, 1, 1, 1))
                    .node("Relu", List.of(name), name + ".relu")
                    .node(
                            "MaxPool",
                            List.of(name + ".relu"),
                            name + ".pool",
                            new OnnxGraph.Attributes()
                                    .integers("kernel_shape", 2, 2)
                                    .integers("strides", 2, 2));
            last = name + ".pool";
            planes = FILTERS[layer];
            size /= 2;
        }
        int flat = planes * size * size;
        int kinds = VehicleKinds.ALL.size();
        return graph.node(
                        "Flatten",
                        List.of(last),
                        "flat",
                        new OnnxGraph.Attributes().integer("axis", 1))
                .weights("dense.w", weights.get(k++), HIDDEN, flat)
                .weights("dense.b", weights.get(k++), HIDDEN)
                .node("Gemm", List.of("flat", "dense.w", "dense.b"), "dense", transposed())
                .node("Relu", List.of("dense"), "dense.relu")
                .weights("kinds.w", weights.get(k++), kinds, HIDDEN)
                .weights("kinds.b", weights.get(k), kinds)
                .node("Gemm", List.of("dense.relu", "kinds.w", "kinds.b"), "scores", transposed())
                .node(
                        "Softmax",
                        List.of("scores"),
                        "probabilities",
                        new OnnxGraph.Attributes().integer("axis", 1))
                .output("probabilities", 1, kinds);
    }

    private static OnnxGraph.Attributes transposed() {
        return new OnnxGraph.Attributes().integer("transB", 1);
    }
}
