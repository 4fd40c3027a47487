import type { Call, Row } from '../shared/model';

const NAMES = ['CISSettings', 'CISSetting'];

/** Construction Industry Scheme settings. Xero's examples name the list CISSetting, its schema CISSettings: both are read. */
export async function cisSettings(call: Call, path: string): Promise<Row[]> {
	const answer = await call.ask({ path });
	const { body } = answer;
	if (body === null || typeof body !== 'object' || !NAMES.some((name) => name in body))
		return call.refuse('Xero sent no CIS settings', 'Nothing was returned for this item. Run again later.');
	return NAMES.flatMap((name) => call.open(answer, name)).map((json) => ({ json }));
}
