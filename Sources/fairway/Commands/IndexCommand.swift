import ArgumentParser
import FairwayCore
import FairwayStore

/// `fairway index`: brings the search index up to date, or makes it anew.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Bring the search index up to date.",
        discussion: "The server does this by itself; this is for a store that no server has open."
    )

    @OptionGroup var store: StoreOptions
    @Flag(help: "Throw the index away and make it anew.") var rebuild = false

    func run() async throws {
        let target = try store.open()
        let terminal = Terminal()
        let watch = Stopwatch()
        if rebuild { try await target.searchIndex.empty() }
        var count = 0
        try await target.searchIndex.refresh(isCancelled: { false }) { done, all in
            count = done
            terminal.progress(
                store.messages.pick(
                    zh: "正在建立搜索索引：\(done) / \(all)",
                    ru: "Поисковый индекс: \(done) из \(all)",
                    en: "Indexing for search: \(done) of \(all)"
                )
            )
        }
        terminal.progress("")
        print(
            store.messages.pick(
                zh: "已更新索引 \(count) 条（\(watch.text)）",
                ru: "Проиндексировано: \(count) (\(watch.text))",
                en: "Indexed \(count) entries (\(watch.text))"
            )
        )
    }
}
