import { named } from '../builders/settingsKind';
import { leaveTypes } from '../builders/payItems';

const line = named('name', 'leaveTypeID');

export const leaveType = leaveTypes(
	{},
	{
		statutoryLeaveType: (record) => (record.isStatutoryLeave === true && record.isActive !== false ? line(record) : []),
	},
);
