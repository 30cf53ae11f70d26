/** What a phone can do beside showing: sound, vibration, a screen that stays on. Each is silently absent where it is not there. */

let audio = null;

/** To be called while the reader touches something: browsers allow sound only then. */
export function wakeSound() {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") audio.resume().catch(() => {});
  } catch {
    audio = null;
  }
}

/** Sets tones for a later moment, so that they come in a hidden tab too; gives what takes them back. */
export function toneIn(seconds, times = 2) {
  if (!audio) return () => {};
  const tones = Array.from({length: times}, (_, i) => tone(audio.currentTime + Math.max(0, seconds) + i * 0.3));
  return () => tones.forEach((oscillator) => oscillator.disconnect());
}

function tone(at) {
  const [oscillator, volume] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = 880;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.25);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.3);
  return volume;
}

export const vibrate = (...pattern) => void navigator.vibrate?.(pattern);

let lock = null;
let wanted = false;
let asking = false;

/** Keeps the screen on while a session runs; the browser lets go of it when the page is hidden. */
export async function stayAwake(on) {
  wanted = on;
  if (asking) return;
  asking = true;
  try {
    if (!on) {
      await lock?.release();
      lock = null;
    } else if ((!lock || lock.released) && document.visibilityState === "visible") lock = await navigator.wakeLock?.request("screen");
  } catch {
    lock = null;
  }
  asking = false;
  if (wanted !== on) await stayAwake(wanted);
}

document.addEventListener("visibilitychange", () => {
  if (wanted) stayAwake(true);
});
