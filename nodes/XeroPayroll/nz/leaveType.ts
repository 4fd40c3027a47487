import { text } from '../../shared/inputs/scalars';
import { leaveTypes } from '../builders/payItems';

export const leaveType = leaveTypes({
	typeOfUnits: text('Type of Units', { placeholder: 'e.g. Hours' }),
	typeOfUnitsToAccrue: text('Type of Units to Accrue', { placeholder: 'e.g. Hours' }),
});
