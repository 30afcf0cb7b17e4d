package org.chalaco.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chalaco.formats.config.RunSettings.OverwriteFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: nothing that a run wrote is lost without being asked for. */
class N15_OutputFolderTest {

    @TempDir private Path folder;
    private Path output;

    @BeforeEach
    void chooseOutput() {
        output = folder.resolve("output");
    }

    @Test
    void aNewFolderIsMade() throws IOException {
        OutputFolder.prepare(output, OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderMayAlwaysBeUsed() throws IOException {
        Files.createDirectories(output);
        for (OverwriteFiles policy : OverwriteFiles.values()) {
            assertThat(OutputFolder.findObstacle(output, policy)).isNull();
        }
    }

    @Test
    void anOldRunIsKeptByDefault() throws IOException {
        oldRun();
        assertThatThrownBy(
                        () -> OutputFolder.prepare(output, OverwriteFiles.FAIL_IF_DIRECTORY_EXISTS))
                .hasMessageContaining("exists already")
                .hasMessageContaining("Maybe");
        assertThat(output.resolve("kpis.json")).hasContent("{}");
    }

    @Test
    void anOldRunIsDeletedWhenAsked() throws IOException {
        oldRun();
        OutputFolder.prepare(output, OverwriteFiles.DELETE_DIRECTORY_IF_EXISTS);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void aFolderOfSomethingElseIsNeverDeleted() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(
                        () ->
                                OutputFolder.prepare(
                                        output, OverwriteFiles.DELETE_DIRECTORY_IF_EXISTS))
                .hasMessageContaining("not those of a run");
        assertThat(output.resolve("thesis.tex")).exists();
    }

    @Test
    void overwritingLeavesOtherFiles() throws IOException {
        oldRun();
        OutputFolder.prepare(output, OverwriteFiles.OVERWRITE_EXISTING_FILES);
        assertThat(output.resolve("kpis.json")).exists();
    }

    @Test
    void aFileInTheWayIsNotAFolder() throws IOException {
        Files.writeString(output, "a file");
        for (OverwriteFiles policy : OverwriteFiles.values()) {
            assertThat(OutputFolder.findObstacle(output, policy)).contains("not a folder");
        }
    }

    @Test
    void iterationsLieWhereMatsimPutsThem() {
        assertThat(OutputFolder.of(output).file(3, "events.xml.gz"))
                .isEqualTo(output.resolve("ITERS/it.3/3.events.xml.gz"));
    }

    @Test
    void aFailedWritingLeavesTheOldFileAndNoOther() throws IOException {
        Files.createDirectories(output);
        Path file = output.resolve("kpis.json");
        Files.writeString(file, "old");
        assertThatThrownBy(
                        () ->
                                OutputFolder.writeWhole(
                                        file,
                                        temporary -> {
                                            Files.writeString(temporary, "ha");
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(output).isDirectoryNotContaining(p -> !p.equals(file));
    }

    private void oldRun() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("kpis.json"), "{}");
    }
}
