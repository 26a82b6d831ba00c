import type { Words } from '../same-keys';
import admin from './admin';
import apply from './apply';
import audit from './audit';
import chain from './chain';
import bulk from './bulk';
import command from './command';
import creditNote from './creditNote';
import customer from './customer';
import draft from './draft';
import dunning from './dunning';
import explain from './explain';
import imports from './imports';
import invoice from './invoice';
import mail from './mail';
import overview from './overview';
import palette from './palette';
import parts from './parts';
import payment from './payment';
import policy from './policy';
import reporting from './reporting';
import shell from './shell';
import signIn from './signIn';
import simulation from './simulation';
import status from './status';
import template from './template';
import time from './time';
import work from './work';

const de: Words = {
  admin,
  apply,
  audit,
  chain,
  bulk,
  command,
  creditNote,
  customer,
  draft,
  dunning,
  explain,
  imports,
  invoice,
  mail,
  overview,
  palette,
  parts,
  payment,
  policy,
  reporting,
  shell,
  signIn,
  simulation,
  status,
  template,
  time,
  work,
};
export default de;
