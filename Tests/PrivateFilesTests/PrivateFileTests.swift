import FairwayCore
import Foundation
import PrivateFiles
import Testing

/// Rights are asked of the system after each step; the umask of the tests is the usual one, which lets others read.
struct PrivateFileTests {
    private let folder: String

    init() throws {
        folder = try TemporaryFolder.make()
    }

    private func rights(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    private func withFolder(_ body: () throws -> Void) rethrows {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body()
    }

    @Test func whatIsWrittenIsForItsOwnerOnly() throws {
        try withFolder {
            try PrivateFile.write(Data("secret".utf8), to: folder + "/new")
            try PrivateFile.prepare(folder + "/prepared")
            try PrivateFile.copy(folder + "/new", to: folder + "/copy")
            try PrivateFolder.make(folder + "/one/two")
            #expect(try ["new", "prepared", "copy"].map(rights) == [0o600, 0o600, 0o600])
            #expect(try ["one", "one/two"].map(rights) == [0o700, 0o700])
            #expect(FileManager.default.contents(atPath: folder + "/copy") == Data("secret".utf8))
        }
    }

    @Test func aFileThatOthersCouldReadIsNarrowedAndKeepsWhatIsInIt() throws {
        try withFolder {
            let path = folder + "/old"
            _ = FileManager.default.createFile(atPath: path, contents: Data("kept".utf8))
            #expect(chmod(path, 0o644) == 0)
            try PrivateFile.prepare(path)
            #expect(try rights("old") == 0o600)
            #expect(FileManager.default.contents(atPath: path) == Data("kept".utf8))
            #expect(chmod(path, 0o644) == 0)
            try PrivateFile.write(Data("new".utf8), to: path)
            #expect(try rights("old") == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["old"])
        }
    }

    @Test func aFolderThatIsThereKeepsItsRightsAndIsSaidToBeOpen() throws {
        try withFolder {
            let own = folder + "/own"
            #expect(mkdir(own, 0o700) == 0 && chmod(own, 0o755) == 0)
            try PrivateFolder.make(own + "/below")
            #expect(try rights("own") == 0o755)
            #expect(PrivateFolder.isOpenToOthers(own))
            #expect(!PrivateFolder.isOpenToOthers(own + "/below"))
        }
    }

    @Test func anErrorSaysWhatToDoInEachLanguage() throws {
        withFolder {
            #expect(throws: FileError.noSuchFolder(path: folder + "/no/file")) {
                try PrivateFile.write(Data(), to: folder + "/no/file")
            }
            let errors = [ENOSPC, EROFS, EACCES, ENOENT, EIO].map { FileError($0, path: "/x/expo.sqlite") }
            #expect(Set(errors.map { $0.words(in: .en) }).count == errors.count)
            for error in errors {
                for language in Language.allCases {
                    #expect(error.words(in: language).contains("/x/expo.sqlite"))
                }
            }
        }
    }

    @Test func aFolderLeftByAProcessThatEndedIsRemovedAtTheNextStart() throws {
        try withFolder {
            let root = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            // No process has this number: it is past the greatest that Linux gives.
            let left = root + "/fairway-4194305-\(UUID().uuidString)"
            try PrivateFolder.make(left)
            TemporaryFolder.removeLeftovers()
            #expect(!FileManager.default.fileExists(atPath: left))
            #expect(FileManager.default.fileExists(atPath: folder), "one in use stays")
        }
    }

    /// One UUID of forty begins with eight decimal digits, which are no number of a process.
    @Test func aFolderThatAnotherProgramMadeStays() throws {
        try withFolder {
            let root = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            let names = [
                "fairway-59824570-3A7C-4B81-ACB9-7AF4E59F714D", "fairway-4194305", "fairway-4194305-x",
                "fairway-4194305-\(UUID().uuidString)-x",
            ]
            for name in names {
                try PrivateFolder.make("\(root)/\(name)")
                defer { try? FileManager.default.removeItem(atPath: "\(root)/\(name)") }
                TemporaryFolder.removeLeftovers()
                #expect(FileManager.default.fileExists(atPath: "\(root)/\(name)"), "\(name)")
            }
        }
    }
}
