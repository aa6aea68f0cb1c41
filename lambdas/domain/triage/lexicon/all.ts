import { abduction } from './abduction.ts';
import { astray } from './astray.ts';
import { body } from './body.ts';
import { closeness } from './closeness.ts';
import { courting } from './courting.ts';
import { courtship } from './courtship.ts';
import { crash } from './crash.ts';
import { discrimination } from './discrimination.ts';
import { fear } from './fear.ts';
import { following } from './following.ts';
import { harassment } from './harassment.ts';
import { hazard } from './hazard.ts';
import { injury } from './injury.ts';
import { intoxication } from './intoxication.ts';
import { lewd } from './lewd.ts';
import { lockedIn } from './locked-in.ts';
import { medical } from './medical.ts';
import { people } from './people.ts';
import { pleas } from './pleas.ts';
import { poisonAndBirth } from './poison-and-birth.ts';
import { revenge } from './revenge.ts';
import { robbery } from './robbery.ts';
import { sexualAssault } from './sexual-assault.ts';
import { things } from './things.ts';
import { threat } from './threat.ts';
import { unsafeDriving } from './unsafe-driving.ts';
import { violence } from './violence.ts';
import { weapons } from './weapons.ts';
import type { Wording } from './wording.ts';

export const lists: Readonly<Record<string, string>> = {
  ...people,
  ...body,
  ...things,
  ...courting,
};

/** Of two categories in one text the one that stands first here names it. */
export const wordings: readonly Wording[] = [
  sexualAssault,
  abduction,
  lockedIn,
  robbery,
  violence,
  weapons,
  revenge,
  threat,
  lewd,
  closeness,
  following,
  courtship,
  harassment,
  crash,
  injury,
  poisonAndBirth,
  medical,
  hazard,
  pleas,
  astray,
  fear,
  unsafeDriving,
  intoxication,
  discrimination,
];
