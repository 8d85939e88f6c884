import type { Sandbox } from './api';

const TICK = 1_000;

/** Runs schedules, product events and queues by the sandbox's clock, which may jump; returns what stops them. */
export function startSchedules(sandbox: Sandbox, onError: (error: unknown) => void): () => void {
  const tick = () => {
    for (const due of [sandbox.schedules.runDue(), sandbox.events.deliverDue(), sandbox.queue.runDue()]) {
      due.catch(onError);
    }
  };
  const timer = setInterval(tick, TICK);
  timer.unref();
  return () => clearInterval(timer);
}
