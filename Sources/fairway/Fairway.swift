import ArgumentParser
import FairwayCore
import PrivateFiles

/// The command line of Fairway: each subcommand is thin, the work is in the other targets.
@main
struct Fairway: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fairway",
        abstract: "Takes an international trade expo from registration to signed agreement.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Data:",
                subcommands: [
                    SampleCommand.self, ExpoCommand.self, TemplateCommand.self, ImportCommand.self,
                    BackupCommand.self, RestoreCommand.self, CompactCommand.self, AuditCommand.self,
                    AccountCommand.self, KeyCommand.self,
                    EraseCommand.self, IndexCommand.self, ClassifyCommand.self, LearnHeadingsCommand.self,
                    MeasureWritesCommand.self,
                ]
            ),
            CommandGroup(
                name: "Programme:",
                subcommands: [
                    EmbedCommand.self, MatchCommand.self, ScheduleCommand.self, ReplanCommand.self,
                    WalkInCommand.self, CheckCommand.self, PublishCommand.self,
                ]
            ),
            CommandGroup(
                name: "Results:",
                subcommands: [
                    ExportCommand.self, StatisticsCommand.self, ServeCommand.self, WorkerCommand.self,
                ]
            ),
        ]
    )

    /// As the protocol's own, but with our errors in the user's language.
    static func main() async {
        ProcessMask.keepOthersOut()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as any WordedError {
            let language = Language.asked(in: CommandLine.arguments)
            Terminal().note(
                language.pick(zh: "错误：", ru: "Ошибка: ", en: "Error: ") + error.words(in: language)
            )
            exit(withError: ExitCode.failure)
        } catch {
            exit(withError: error)
        }
    }
}
