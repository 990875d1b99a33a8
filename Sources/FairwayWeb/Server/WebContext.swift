import FairwayCore
import FairwayStore
import Hummingbird
import NIOCore

/// What belongs to one request: its language, its form token, and who sent it.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    var language = Language.en
    /// What a form of this request must bring (`FormToken`).
    var formToken = ""
    /// Nil when nobody is signed in; it may still wait for its second factor.
    var signIn: SignIn?
    /// The token that a program came with; a cookie beside it counts for nothing.
    var access: AccessToken?
    /// Whether it came with one that opens nothing.
    var hasBadToken = false
    let remoteAddress: SocketAddress?
    /// What the log and an error page call this request.
    let requestID = RequestID()

    init(source: Source) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Forms are small; anything larger is refused, unless it is a file.
    var maxUploadSize: Int { 64 * 1024 }

    /// Whom the page is for: nil for everyone who is not, or not wholly, signed in.
    var viewer: Account? { access?.account ?? signIn.flatMap { $0.isConfirmed ? $0.viewer : nil } }

    /// Who the audit log names.
    var actor: String { access?.actor ?? signIn.flatMap { $0.isConfirmed ? $0.actor : nil } ?? "visitor" }
}
