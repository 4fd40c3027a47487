import type { Call, Row } from '../shared/model';

/** Construction Industry Scheme settings. Xero's examples name the list CISSetting, its schema CISSettings: both are read. */
export async function cisSettings(call: Call, path: string): Promise<Row[]> {
	const answer = await call.ask({ path });
	return [...call.open(answer, 'CISSettings'), ...call.open(answer, 'CISSetting')].map((json) => ({ json }));
}
