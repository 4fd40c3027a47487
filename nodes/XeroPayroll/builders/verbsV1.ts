import type { RecordType } from '../../shared/model/operation';

/** How the records of Australia's version 1.0 travel: in an array of one, under the plural in every answer; what is not given stays. */
export const travelsV1 = (plural: string): Pick<RecordType, 'writes' | 'envelopes'> => ({
	writes: { create: 'POST', update: 'POST', body: 'array' },
	envelopes: { one: plural, many: plural },
});
