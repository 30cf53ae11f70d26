/** Timers as the store keeps them: {deadline, total, session, exercise, set}. With a set it times work, without it a rest. Pure: the time now is given. */

/** Seconds to get ready before work, and to turn to the other side. */
export const READY = 3;
export const SWITCH = 5;
/** After so many seconds nobody waits for a timer any more. */
const STALE = 600;

export const restTimer = (seconds, {session, exercise}, now) => ({deadline: now + seconds * 1000, total: seconds, session, exercise, set: null});

export function workTimer(seconds, {session, exercise, set, ready = READY}, now) {
  return {deadline: now + (ready + seconds) * 1000, total: seconds, session, exercise, set};
}

/** A timer so many seconds longer or shorter; it never ends before now. */
export function movedTimer(timer, seconds, now) {
  const deadline = Math.max(now, timer.deadline + seconds * 1000);
  return {...timer, deadline, total: Math.max(1, timer.total + seconds)};
}

/**
 * Where a timer stands: {kind: "rest" | "work", phase: "ready" | "running" | "over", left, share},
 * left in whole seconds, share of what is over; null for none, and for one that nobody waits for.
 */
export function stateOf(timer, now) {
  if (!timer || now - timer.deadline > STALE * 1000) return null;
  const ahead = (timer.deadline - now) / 1000;
  const kind = timer.set ? "work" : "rest";
  if (kind === "work" && ahead > timer.total) return {kind, phase: "ready", left: Math.ceil(ahead - timer.total), share: 0};
  const left = Math.max(0, Math.ceil(ahead));
  return {kind, phase: ahead > 0 ? "running" : "over", left, share: timer.total > 0 ? Math.min(1, Math.max(0, 1 - ahead / timer.total)) : 1};
}

/** 95 as "1:35". */
export const clockface = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
