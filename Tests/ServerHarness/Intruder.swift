import Foundation

/// Another user of the machine, who tries what a server's socket is closed against. Only root can become one.
package struct Intruder: Sendable {
    package static let isPossible = geteuid() == 0

    /// Somebody who has nothing to do with the server.
    package static let stranger = Intruder(user: "daemon", group: "daemon")
    /// The user of a server that root starts.
    package static let serversUser = Intruder(user: "nobody", group: "nogroup")

    let user: String
    let group: String

    /// "connected", or why the socket in a directory cannot be connected to.
    package func connect(to directory: String) async throws -> String {
        try await attempt(
            """
            my $s = IO::Socket::UNIX->new(Peer => "$ARGV[0]/.s.PGSQL.5432");
            print $s ? "connected" : "$!";
            """, directory)
    }

    /// What this user may do in a directory: "read", "write" and "enter", as far as it may.
    package func rights(in directory: String) async throws -> String {
        try await attempt(
            """
            print join " ", -r $ARGV[0] ? "read" : (), -w _ ? "write" : (), -x _ ? "enter" : ();
            """, directory)
    }

    private func attempt(_ code: String, _ directory: String) async throws -> String {
        let result = try await run(
            ["setpriv", "--reuid=\(user)", "--regid=\(group)", "--clear-groups"]
                + ["perl", "-MIO::Socket::UNIX", "-e", code, directory])
        guard result.status == 0 else { throw HarnessError(result.output) }
        return result.stdout
    }
}
