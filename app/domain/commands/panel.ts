import { command } from './command'
import { by, byKeepers, byRunners } from './permission'
import { ofPanel, ofPanelAndAddress } from './scope'
import { adoptPolicy, adoptPolicyFields } from '../panel/adopt-policy'
import { addAgency, addAgencyFields, changeAgency, changeAgencyFields } from '../panel/agency-keeping'
import {
  addMember,
  addMemberFields,
  changeCriteria,
  changeCriteriaFields,
  changeMember,
  changeMemberFields,
  changePanelSettings,
  changePanelSettingsFields,
} from '../panel/panel-keeping'

export const panelCommands = {
  changePanelSettings: command({
    fields: changePanelSettingsFields,
    scope: ofPanel,
    may: byKeepers,
    decide: changePanelSettings,
  }),
  changeCriteria: command({
    fields: changeCriteriaFields,
    scope: ofPanel,
    may: byRunners,
    decide: changeCriteria,
  }),
  adoptPolicy: command({
    fields: adoptPolicyFields,
    scope: ofPanel,
    may: by('chair', 'coordinator', 'administrator'),
    decide: adoptPolicy,
  }),
  addAgency: command({ fields: addAgencyFields, scope: ofPanel, may: byKeepers, decide: addAgency }),
  changeAgency: command({ fields: changeAgencyFields, scope: ofPanel, may: byKeepers, decide: changeAgency }),
  addMember: command({
    fields: addMemberFields,
    scope: ofPanelAndAddress,
    may: byKeepers,
    decide: addMember,
  }),
  changeMember: command({ fields: changeMemberFields, scope: ofPanel, may: byKeepers, decide: changeMember }),
}
