import type { Call, Row } from '../shared/model/context';

const NAMES = ['CISSettings', 'CISSetting'];

/** Construction Industry Scheme settings. Xero's examples name the list CISSetting, its schema CISSettings: both are read. */
export async function cisSettings(call: Call, path: string): Promise<Row[]> {
	const answer = await call.ask({ path });
	const { body } = answer;
	if (body === null || typeof body !== 'object' || !NAMES.some((name) => name in body))
		return call.refuse({ says: 'Xero sent no CIS settings', todo: 'Run again later', state: 'refused' });
	return NAMES.flatMap((name) => call.open(answer, name)).map((json) => ({ json }));
}
