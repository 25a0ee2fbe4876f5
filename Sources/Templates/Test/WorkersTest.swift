import CodeText
import Model

/// `test/t/001_workers.pl`: the life of the workers, for PostgreSQL's Perl modules.
func workersTest(_ model: ExtensionModel) -> Code<Perl> {
    #"""
    # \#(Code.marker)
    # Workers begin by themselves, come back when they are ended, outlive a restart of the server, and end with
    # the extension.
    use strict;
    use warnings;
    use PostgreSQL::Test::Cluster;
    use PostgreSQL::Test::Utils;
    use Test::More;

    my @workers = (
        \#(list(model.certainWorkers.flatMap(model.processTitles).map { Code(verbatim: "'\($0)'") }, separator: ",\n")));

    # A query for the process of a worker.
    sub pid_of
    {
        my $worker = shift;
        return "SELECT pid FROM dynpgext.workers WHERE worker = '$worker' AND state = 'running'";
    }

    my $node = PostgreSQL::Test::Cluster->new('main');
    $node->init;
    $node->append_conf('postgresql.conf', slurp_file('test/postgresql.conf'));
    $node->start;
    $node->safe_psql('postgres', slurp_file('test/prepare.sql')) if -e 'test/prepare.sql';
    $node->safe_psql('postgres', 'CREATE EXTENSION dynpgext; CREATE EXTENSION \#(model.name)');

    foreach my $worker (@workers)
    {
        my $query = pid_of($worker);
        ok($node->poll_query_until('postgres', "SELECT EXISTS ($query)"), "$worker runs");
        my $pid = $node->safe_psql('postgres', $query);
        is(kill('TERM', $pid), 1, "$worker gets SIGTERM");
        ok($node->poll_query_until('postgres', "SELECT EXISTS ($query AND pid <> $pid)"),
            "$worker comes back");
    }

    $node->restart;
    foreach my $worker (@workers)
    {
        my $query = pid_of($worker);
        ok($node->poll_query_until('postgres', "SELECT EXISTS ($query)"), "$worker runs again");
    }

    $node->safe_psql('postgres', 'DROP EXTENSION \#(model.name)');
    ok( $node->poll_query_until('postgres',
            "SELECT NOT EXISTS (SELECT FROM dynpgext.workers WHERE extension = '\#(model.name)')"),
        'no worker is left');
    $node->stop;
    done_testing();
    """#
}
