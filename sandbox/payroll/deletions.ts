import type { Reply } from '../route';
import type { Call } from './office';
import { wrapped } from './wire/envelope';

/** The answer to a deletion of pay and of pay template lines, which has no body in the United Kingdom. */
export function deleted({ office, request }: Call): Reply {
	return office.region.deleted === 'nothing' ? { status: 200 } : wrapped(request);
}
