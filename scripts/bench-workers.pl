#!/usr/bin/perl
# The measurements of scripts/bench-workers, which has started the server.
use strict;
use warnings;
use IPC::Open2;
use List::Util qw(shuffle);
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC sleep);

my $rounds = shift;
my @names = ('by_hand', 'by_twin', 'by_spec');
my ($answers, $queries);
open2($answers, $queries, 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', 'postgres');
$queries->autoflush(1);

# The output of some SQL.
sub sql {
	print $queries "$_[0];\n\\echo -- end\n";
	my $output = '';
	while (defined(my $line = <$answers>)) {
		if ($line eq "-- end\n") { chomp $output; return $output }
		$output .= $line;
	}
	die "psql has ended at $_[0]\n";
}

# Repeats a query until its output is true, and gives that.
sub await {
	my $deadline = clock_gettime(CLOCK_MONOTONIC) + 60;
	while (1) {
		my $value = sql($_[0]);
		return $value if $value && $value ne 'f';
		die "in vain: $_[0]\n" if clock_gettime(CLOCK_MONOTONIC) > $deadline;
		sleep 0.005;
	}
}

# The process of a worker that has been in that state for some milliseconds.
sub worker {
	my ($name, $state) = @_;
	return await("SELECT pid FROM pg_stat_activity WHERE backend_type = '$name tick' AND state = '$state'
		AND state_change < clock_timestamp() - interval '20 ms'");
}

# Milliseconds from SIGTERM to the end of a process, by a descriptor of it (pidfd_open) that becomes readable then.
sub time_to_end {
	my $pid = shift;
	my $descriptor = syscall(434, $pid + 0, 0);
	die "pidfd_open: $!\n" if $descriptor < 0;
	my $bits = '';
	vec($bits, $descriptor, 1) = 1;
	my $begin = clock_gettime(CLOCK_MONOTONIC);
	kill 'TERM', $pid or die "kill: $!\n";
	select($bits, undef, undef, 30) or die "$pid ignores SIGTERM\n";
	my $time = 1000 * (clock_gettime(CLOCK_MONOTONIC) - $begin);
	require POSIX;
	POSIX::close($descriptor);
	return $time;
}

sub quantile {
	my ($share, @values) = @_;
	return (sort { $a <=> $b } @values)[$share * $#values + 0.5];
}

# Prints a line: the values, and how the other two compare with the first.
sub report {
	my ($what, $unit, %value) = @_;
	printf '%-38s' . ' %10.3f' x 3 . ' %-3s', $what, @value{@names}, $unit;
	printf ' x %.2f  x %.2f', map { $value{$_} / $value{by_hand} } @names[1, 2] if $value{by_hand};
	print "\n";
}

sub report_times {
	my ($what, $unit, %times) = @_;
	report("$what, median", $unit, map { $_ => quantile(0.5, @{$times{$_}}) } @names);
	report("$what, p99", $unit, map { $_ => quantile(0.99, @{$times{$_}}) } @names);
}

sub sigterm {
	my $state = shift;
	my %times;
	for my $round (1 .. $rounds) {
		for my $name (shuffle @names) {
			push @{$times{$name}}, time_to_end(worker($name, $state));
			sql("SELECT dynpgext.restart('postgres', '$name')");
		}
	}
	return %times;
}

# The times are of two kinds, as a core was asleep or not: a median of 6,000 moves by 1 % from run to run, one of 500 by 5 %.
sub wakes {
	my %times;
	for my $round (1 .. 60 * $rounds) {
		for my $name (shuffle @names) {
			my $begin = sql("BEGIN; SELECT $name.tick_wake() \\g /dev/null\nSELECT extract(epoch FROM clock_timestamp()); COMMIT");
			push @{$times{$name}}, 1e6 * await("SELECT extract(epoch FROM max(at)) - $begin FROM $name.stamps
				HAVING extract(epoch FROM max(at)) > $begin");
		}
		sql('TRUNCATE ' . join(', ', map { "$_.stamps" } @names)) if $round % 100 == 0;
	}
	return %times;
}

# A number of a file in /proc: the first behind a label.
sub number {
	my ($file, $label) = @_;
	open(my $handle, '<', $file) or die "$file: $!\n";
	local $/;
	my ($number) = <$handle> =~ /$label\s*(\d+)/ or die "no $label in $file\n";
	return $number;
}

sub idle_minute {
	my %pid = map { $_ => worker($_, 'idle') } @names;
	my $switches = sub { number("/proc/$pid{$_[0]}/status", '(?m)^voluntary_ctxt_switches:') };
	my %before = map { $_ => $switches->($_) } @names;
	sleep 60;
	return map { $_ => $switches->($_) - $before{$_} } @names;
}

sub set_interval {
	my ($name, $interval) = @_;
	sql("ALTER SYSTEM SET $name.interval = '$interval'");
	sql('SELECT pg_reload_conf()');
}

# Processor time in milliseconds and private memory in kB of a worker.
sub cost {
	my $pid = shift;
	my $memory = number("/proc/$pid/smaps_rollup", 'Private_Clean:') + number("/proc/$pid/smaps_rollup", 'Private_Dirty:');
	return (number("/proc/$pid/schedstat", '^') / 1e6, $memory);
}

# Ticks at 1 ms, in twenty shares behind three that fill the caches of the process: what 10,000 cost, the median of the
# shares for the time.
sub ticks {
	my %pid = map { $_ => worker($_, 'idle') } @names;
	my (%time, %count, %first, %last);
	for my $share (1 .. 23) {
		for my $name (shuffle @names) {
			sql("TRUNCATE $name.stamps");
			my ($begin, $memory) = cost($pid{$name});
			set_interval($name, '1ms');
			await("SELECT count(*) > 1000 FROM $name.stamps");
			set_interval($name, '1h');
			worker($name, 'idle');
			my ($end, $memory_now) = cost($pid{$name});
			if ($share <= 3) { $first{$name} = $memory_now; next }
			my $ticks = sql("SELECT count(*) FROM $name.stamps");
			push @{$time{$name}}, ($end - $begin) / $ticks;
			$count{$name} += $ticks;
			$last{$name} = $memory_now;
		}
	}
	report('processor time per 10,000 ticks', 'ms', map { $_ => 10000 * quantile(0.5, @{$time{$_}}) } @names);
	report('private memory then', 'kB', %last);
	report('growth per 10,000 ticks', 'kB', map { $_ => 10000 * ($last{$_} - $first{$_}) / $count{$_} } @names);
}

STDOUT->autoflush(1);
sql('CREATE EXTENSION dynpgext');
sql("LOAD '$_'") for @names;
sql("CREATE EXTENSION $_") for @names;
printf "%-38s %10s %10s %10s     %6s  %s\n", '', 'by hand', 'its twin', 'generated', 'twin', 'generated';
report_times('SIGTERM to exit, idle', 'ms', sigterm('idle'));
sql("ALTER TABLE $_.stamps ENABLE TRIGGER compute") for @names;
sql("SELECT $_.tick_wake()") for @names;
report_times('SIGTERM to exit, in a query', 'ms', sigterm('active'));
sql("ALTER TABLE $_.stamps DISABLE TRIGGER compute") for @names;
for my $name (@names) {
	sql("SELECT dynpgext.restart('postgres', '$name')");
	worker($name, 'idle');
}
report_times('wake to statement of the tick', 'us', wakes());
report('wake-ups in an idle minute', '', idle_minute());
ticks();
