import type { OperationContext, OutputItem } from '../shared/model/context';
import { valueOf } from '../shared/operations/crud';

/** Takes a file off a record. Xero answers with nothing, and wants to hear of the kind of the record as little. */
export async function removeAssociation(call: OperationContext): Promise<OutputItem[]> {
	call.assertSaved(call.recordsIn(await call.request({ method: 'DELETE', path: call.path })));
	return [{ json: { deleted: true, FileId: valueOf(call, 'FileId'), ObjectId: valueOf(call, 'ObjectId') } }];
}
