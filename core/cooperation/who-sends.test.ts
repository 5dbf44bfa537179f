import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { RequestStatus } from './request-steps.ts';
import { whyNotSent } from './who-sends.ts';

const [ana, ben] = ['ana' as PersonId, 'ben' as PersonId];
const request = (status: RequestStatus, draftedFor: PersonId | null = null, direction: 'outgoing' | 'incoming' = 'outgoing') => ({ status, draftedFor, direction });
const asAna = { me: ana, isLocalTeam: false };
const asAssistant = { me: ana, isLocalTeam: true };

describe('who sends a request', () => {
  it('is the colleague it was drafted for, and nobody else', () => {
    expect(whyNotSent(request('draft', ben), request('sent', ben), asAna)).toBe('sent-by-another');
    expect(whyNotSent(request('draft', ben), request('in-execution', ben), asAna)).toBe('sent-by-another');
    expect(whyNotSent(request('draft', ben), request('sent', ben), { ...asAna, me: ben })).toBeNull();
    expect(whyNotSent(request('draft'), request('sent'), asAna)).toBeNull();
  });

  it('stays so when the same change takes the name out or puts another in', () => {
    expect(whyNotSent(request('draft', ben), request('sent'), asAna)).toBe('sent-by-another');
    expect(whyNotSent(request('draft', ben), request('sent', ana), asAna)).toBe('sent-by-another');
    expect(whyNotSent(null, request('sent', ben), asAna)).toBe('sent-by-another');
  });

  it('is no member of a local team', () => {
    expect(whyNotSent(null, request('sent'), asAssistant)).toBe('local-team-drafts');
    expect(whyNotSent(request('refused'), request('sent'), asAssistant)).toBe('local-team-drafts');
  });

  it('does not matter for what is drafted, withdrawn, received, or was sent before', () => {
    expect(whyNotSent(request('draft', ben), request('withdrawn', ben), asAssistant)).toBeNull();
    expect(whyNotSent(null, request('draft', ben), asAssistant)).toBeNull();
    expect(whyNotSent(request('sent', ben), request('acknowledged', ben), asAssistant)).toBeNull();
    expect(whyNotSent(null, request('sent', null, 'incoming'), asAssistant)).toBeNull();
  });
});
