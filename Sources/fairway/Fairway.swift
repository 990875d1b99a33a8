import ArgumentParser

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
                    SampleCommand.self, TemplateCommand.self, ImportCommand.self, BackupCommand.self,
                    RestoreCommand.self, CompactCommand.self, AuditCommand.self,
                ]
            ),
            CommandGroup(
                name: "Programme:",
                subcommands: [
                    MatchCommand.self, ScheduleCommand.self, CheckCommand.self, PublishCommand.self,
                ]
            ),
            CommandGroup(
                name: "Results:",
                subcommands: [
                    ExportCommand.self, StatisticsCommand.self, ServeCommand.self,
                ]
            ),
        ]
    )
}
