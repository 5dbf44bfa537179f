import { useEffect, useState } from 'react';

const secondsUntil = (instant: number | null) => (instant === null ? 0 : Math.max(0, Math.ceil((instant - Date.now()) / 1000)));

/** Whole seconds until an instant, counting down; 0 when it is past or there is none. */
export function useSecondsUntil(instant: number | null): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(instant));
  useEffect(() => {
    const look = () => setSeconds(secondsUntil(instant));
    look();
    const timer = window.setInterval(look, 250);
    return () => window.clearInterval(timer);
  }, [instant]);
  return seconds;
}

/** `0:07`, `12:00`, `1:05:00`. */
export function waitInWords(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(rest)}` : `${String(minutes)}:${two(rest)}`;
}
