import './password-rule-list.css'
import { useT, type Translate } from '../i18n/language-provider.tsx'
import { judgePassword, symbols, type PasswordRules, type Rule } from './password-rules.ts'
import { labels } from './password-labels.ts'

export interface PasswordRuleListProps {
  readonly rules: PasswordRules
  readonly password: string
  /** The rules for a change that nobody asked for: the last password may not come back. */
  readonly forced?: boolean
}

/** The rules of a new password, each ticked off while it is typed. */
export function PasswordRuleList({ rules, password, forced = false }: PasswordRuleListProps) {
  const t = useT()
  const judged = judgePassword(password, rules)
  const silent = [
    forced && t(labels.ruleDifferent),
    rules.PasswordReusePrevention !== undefined && t(labels.ruleReuse, { count: rules.PasswordReusePrevention }),
  ].filter((text) => text !== false)
  return (
    <div className="kw-rules">
      <div>{t(labels.rulesTitle)}</div>
      <ul>
        {judged.map(([rule, met]) => (
          <li key={rule} data-met={met}>
            <span className="kw-aside">{t(met ? labels.ruleMet : labels.ruleOpen)}: </span>
            {ruleText(t, rule, rules)}
          </li>
        ))}
        {silent.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

function ruleText(t: Translate, rule: Rule, rules: PasswordRules): string {
  switch (rule) {
    case 'length':
      return t(labels.ruleLength, { count: rules.MinimumPasswordLength })
    case 'classes':
      return t(labels.ruleClasses, { count: rules.CharacterClasses })
    case 'uppercase':
      return t(labels.ruleUppercase)
    case 'lowercase':
      return t(labels.ruleLowercase)
    case 'number':
      return t(labels.ruleNumber)
    case 'symbol':
      return t(labels.ruleSymbol, { symbols })
    default:
      return rule satisfies never
  }
}
