import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { Failure } from '../../../core/result.ts';
import { ErrorSentence } from './error-sentence.tsx';

/** A failure of something that has no place of its own on the screen. Told once, stays until it is closed. */
export function tellFailure(failure: Failure): void {
  notifications.show({ id: `failure-${failure.code}`, message: <ErrorSentence failure={failure} />, autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'kit' }) } });
}
