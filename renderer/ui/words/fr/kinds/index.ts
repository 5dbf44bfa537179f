import action from './action.json' with { type: 'json' };
import activity from './activity.json' with { type: 'json' };
import authority from './authority.json' with { type: 'json' };
import caseWords from './case.json' with { type: 'json' };
import contact from './contact.json' with { type: 'json' };
import indicator from './indicator.json' with { type: 'json' };
import jwg from './jwg.json' with { type: 'json' };
import meeting from './meeting.json' with { type: 'json' };
import note from './note.json' with { type: 'json' };
import proceedings from './proceedings.json' with { type: 'json' };
import protection from './protection.json' with { type: 'json' };
import relation from './relation.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import request from './request.json' with { type: 'json' };
import series from './series.json' with { type: 'json' };
import subject from './subject.json' with { type: 'json' };

/** The words of each kind of record in French, with the keys that English has. */
export const kindWords = {
  action, activity, authority, case: caseWords, contact, indicator, jwg, meeting, note, proceedings, protection, relation, report, request, series, subject,
} as const;
