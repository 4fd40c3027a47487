import type { Call, Row } from '../shared/model/context';
import { valueOf } from '../shared/operations/crud';

/** Takes a file off a record. Xero answers with nothing, and wants to hear of the kind of the record as little. */
export async function removeAssociation(call: Call): Promise<Row[]> {
	call.saved(call.open(await call.ask({ method: 'DELETE', path: call.path })));
	return [{ json: { deleted: true, FileId: valueOf(call, 'FileId'), ObjectId: valueOf(call, 'ObjectId') } }];
}
