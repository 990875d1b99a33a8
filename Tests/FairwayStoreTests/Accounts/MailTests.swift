import Testing

@testable import FairwayStore

struct MailTests {
    /// Whoever reads another's letter must not be able to come in with it; other numbers stay.
    @Test func whatLetsSomeoneInIsHidden() {
        let link = SecretToken().text
        let letter = Mail(
            id: 1,
            recipient: "vera@example.org",
            subject: "Код",
            body:
                "Код: 1234 5678 или 87654321\nhttps://expo.example/sign-in/link?token=\(link)\n2026-06-15, 330 участников",
            createdAt: 0,
            sentAt: nil
        )
        #expect(
            letter.bodyWithoutSecrets
                == "Код: •••• •••• или •••• ••••\nhttps://expo.example/sign-in/link?token=•••\n2026-06-15, 330 участников"
        )
    }
}
