/// Every task that `fairway worker` knows.
package enum WorkerTasks {
    package static let all: [any WorkerTask.Type] = [
        ReadTablesTask.self, RefusedRowsTask.self, ProcessImageTask.self, CatalogueTask.self,
        WorkbookTask.self,
        PrintScheduleTask.self, TemplateTask.self, ScheduleTask.self, MatchTask.self,
    ]
}
