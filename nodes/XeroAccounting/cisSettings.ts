import type { OperationContext, OutputItem } from '../shared/model/context';

const NAMES = ['CISSettings', 'CISSetting'];

/** Construction Industry Scheme settings. Xero's examples name the list CISSetting, its schema CISSettings: both are read. */
export async function cisSettings(call: OperationContext, path: string): Promise<OutputItem[]> {
	const answer = await call.request({ path });
	const { body } = answer;
	if (body === null || typeof body !== 'object' || !NAMES.some((name) => name in body))
		return call.refuse({ says: 'Xero sent no CIS settings', todo: 'Run again later', state: 'refused' });
	return NAMES.flatMap((name) => call.recordsIn(answer, name)).map((json) => ({ json }));
}
