import ArgumentParser
import FairwayWeb
import Foundation

/// Which model says what texts mean.
struct MeaningOptions: ParsableArguments {
    @Option(
        help: """
            The folder with the sentence encoder (default: $FAIRWAY_EMBEDDINGS_URL if it is set, else $FAIRWAY_MODEL, \
            else data/model).
            """
    )
    var model: String?

    func settings() throws -> MeaningSettings {
        try MeaningSettings(folder: model, environment: ProcessInfo.processInfo.environment)
    }
}
