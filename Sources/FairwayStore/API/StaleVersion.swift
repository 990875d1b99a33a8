/// Somebody else changed in between what a change was made for; nothing was written.
package struct StaleVersion: Error, Equatable {
    package init() {}
}
