import CodeText
import Model

/// The loop, in one function that shows all of a worker's life.
func runWorker(_ model: ExtensionModel) -> Code<C> {
    let workers = model.workers
    let gives = workers.contains { $0.onError.giveUpAfter != nil }
    return #"""
        /*
         * Run ticks until something ends the process.
         */
        static void
        run_worker(const worker *self)
        {
            \#(context(model))
            MemoryContext memory = AllocSetContextCreate(TopMemoryContext, "tick", ALLOCSET_DEFAULT_SIZES);
            TimestampTz last = 0;       /* when the last tick was due; 0: there was none */
            int64       pause = 0;      /* milliseconds; 0 after a good tick */
            int         failures = 0;   /* in a row */

            find_row(self);
            tell(\#(model.state("idle")), DT_NOEND);
            before_shmem_exit(leave_row, (Datum) 0);
            MemoryContextSwitchTo(memory);
            pgstat_report_activity(STATE_IDLE, NULL);
            for (;;)
            {
                TimestampTz now;

                handle_interrupts();

                /* anew each time: a reload may change the period, and the clock may go back */
                now = GetCurrentTimestamp();
                last = Min(last, now);
                \#(list(["context.due = next_due(self, now, last, pause);", wake(model)], separator: "\n"))

                if (!*self->enabled)
                    doze(\#(model.state("disabled")), DT_NOEND);
                else if (now < context.due)
                    doze(failures > 0 ? \#(model.state("failing")) : \#(model.state("idle")), context.due);
                else
                {
                    bool        ok = run_tick(self, &context, memory);

                    \#(workers.contains(where: \.runsOnce) ? "if (ok && self->once)\n    break;" : .empty)
                    failures = ok ? 0 : failures + 1;
                    \#(gives ? "if (self->give_up_after > 0 && failures >= self->give_up_after)\n    give_up(failures);" : .empty)
                    pause = ok ? 0 : pause_after(self, failures);
                    last = \#(lastSlot(model));
                    context.tick++;
                }
            }
            \#(workers.contains(where: \.runsOnce) ? "tell(\(model.state("done")), DT_NOEND);   /* exit status 0: no restart is wanted */" : .empty)
        }
        """#
}

/// When the last tick was due, as far as that decides of the next one.
private func lastSlot(_ model: ExtensionModel) -> Code<C> {
    model.workers.contains { $0.period != nil }
        ? "ok ? last_slot(self, context.due) : GetCurrentTimestamp()" : "GetCurrentTimestamp()"
}

func context(_ model: ExtensionModel) -> Code<C> {
    let members = contextMembers(model)
    guard !members.isEmpty else { return "\(model.context) context = {.tick = 0};" }
    return """
        \(model.context) context = {
            \(members)
        };
        """
}

/// What stays the same for all ticks.
private func contextMembers(_ model: ExtensionModel) -> Code<C> {
    let hooks = model.workers.filter(\.runsHook)
    return list(
        [
            hooks.contains { $0.instances != nil } ? ".instance = own_instance()" : .empty,
            model.tellsArgument ? ".argument = self->argument" : .empty,
            model.tellsExtra ? ".extra = self->extra" : .empty,
        ], separator: ",\n")
}

/// Has a tick been asked for?
private func wake(_ model: ExtensionModel) -> Code<C> {
    guard model.workers.contains(where: \.hasWake) else { return .empty }
    return """
        if (*self->enabled && pause == 0 && take_wake())
            context.due = now;
        """
}
