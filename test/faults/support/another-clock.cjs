// Loaded into a process by `--require`: its clock says FAULTS_CLOCK_AT until the process is up, and goes on from there.
const at = Date.parse(process.env.FAULTS_CLOCK_AT);
const MachineDate = Date;
let up;
const now = () => (up === undefined ? at : at + MachineDate.now() - up);

globalThis.Date = class Date extends MachineDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
  static [Symbol.hasInstance](value) {
    return value instanceof MachineDate;
  }
};

const { send } = process;
process.send = (said, ...more) => {
  if (said.ready !== undefined) up ??= MachineDate.now();
  return send.call(process, said, ...more);
};
