import { useEffect, useRef, type RefObject } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Tells the draft keeper of every change of a form; `current` says whether there was any. */
export function useTouchedForm<Values extends FieldValues, Context, Output>(form: UseFormReturn<Values, Context, Output>, touch: () => void): RefObject<boolean> {
  const touched = useRef(false);
  useEffect(() => {
    const watching = form.watch(() => {
      touched.current = true;
      touch();
    });
    return () => watching.unsubscribe();
  }, [form, touch]);
  return touched;
}
