import FairwayStore
import Foundation
import Testing

/// Against the test vectors of the standards.
struct SecondFactorTests {
    /// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
    @Test(arguments: [
        (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func codesAreThoseOfTheStandard(at: Double, code: String) {
        let secret = Data("12345678901234567890".utf8)
        #expect(SecondFactor.code(secret, step: SecondFactor.step(at: at)) == code)
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI"),
    ])
    func base32IsThatOfTheStandard(plain: String, encoded: String) {
        #expect(SecondFactor.base32(Data(plain.utf8)) == encoded)
    }

    @Test func passwordsMatchThemselvesOnly() throws {
        let hash = try PasswordHash("пароль-密码-1", cost: .cheap)
        #expect(hash.matches("пароль-密码-1"))
        #expect(!hash.matches("пароль-密码-2"))
        #expect(!hash.matches(""))
        #expect(PasswordHash(stored: hash.text).matches("пароль-密码-1"))
        #expect(!PasswordHash(stored: "scrypt$broken").matches(""))
        #expect(try PasswordHash("пароль-密码-1", cost: .cheap) != hash, "each has a salt of its own")
    }
}
