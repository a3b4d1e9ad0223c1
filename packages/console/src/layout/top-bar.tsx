import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import TopNavigation from '@cloudscape-design/components/top-navigation'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useLanguage, useT } from '../i18n/language-provider.tsx'
import { languages, type Language } from '../i18n/language.ts'
import { nameAtAccount, useSession } from '../session/session-state.ts'
import { flash } from './flashes.tsx'
import { labels } from './labels.ts'
import logo from './logo.svg'
import { signOut } from './sign-out.ts'
import { chooseTheme, themeChoice, type ThemeChoice } from './theme-choice.ts'
import { labels as partLabels } from '../parts/labels.ts'

const themes = { light: labels.themeLight, dark: labels.themeDark, system: labels.themeSystem } as const

/** The bar at the top: the product, and at its right end the menu of whoever is signed in. */
export function TopBar() {
  const t = useT()
  const navigate = useNavigate()
  const session = useSession()
  const { language, speak } = useLanguage()
  const [theme, setTheme] = useState(themeChoice)

  const items: ButtonDropdownProps.ItemOrGroup[] = [
    {
      text: t(labels.accountId),
      items: [
        {
          id: 'account',
          text: session.AccountId,
          iconName: 'copy',
          ariaLabel: t(labels.copyAccountId, { id: session.AccountId }),
          ...(session.AccountAlias !== undefined && { secondaryText: session.AccountAlias }),
        },
      ],
    },
    {
      text: `${t(session.UserName === undefined ? labels.rootUser : labels.iamUserName)}: ${session.UserName ?? session.Email ?? ''}`,
      items: [
        { id: '/iam/security_credentials', text: t(labels.securityCredentials), href: '/iam/security_credentials' },
        { id: '/iam/account_settings', text: t(labels.accountSettings), href: '/iam/account_settings' },
      ],
    },
    {
      text: t(labels.language),
      items: Object.entries(languages).map(([id, text]) => ({
        id: `language:${id}`,
        text,
        lang: id,
        itemType: 'checkbox' as const,
        checked: id === language,
      })),
    },
    {
      text: t(labels.theme),
      items: Object.entries(themes).map(([id, label]) => ({
        id: `theme:${id}`,
        text: t(label),
        itemType: 'checkbox' as const,
        checked: id === theme,
      })),
    },
    { id: 'sign-out', text: t(labels.signOut) },
  ]

  const choose = (id: string) => {
    const [kind, value = ''] = id.split(':')
    if (id === 'account') {
      void navigator.clipboard
        .writeText(session.AccountId)
        .then(() => flash({ name: 'copied', type: 'success', content: t(partLabels.copied) }))
    } else if (kind === 'language' && isLanguage(value)) speak(value)
    else if (kind === 'theme' && isTheme(value)) {
      chooseTheme(value)
      setTheme(value)
    } else if (id === 'sign-out') void signOut()
  }

  return (
    <div id="top-bar">
      <TopNavigation
        identity={{
          href: '/iam/home',
          title: t(labels.product),
          logo: { src: logo, alt: t(labels.logo) },
          onFollow: (event) => {
            event.preventDefault()
            void navigate('/iam/home')
          },
        }}
        utilities={[
          {
            type: 'menu-dropdown',
            text: nameAtAccount(session, t(labels.rootUser)),
            iconName: 'user-profile',
            items,
            disableUtilityCollapse: true,
            onItemClick: ({ detail }) => choose(detail.id),
            onItemFollow: (event) => {
              event.preventDefault()
              void navigate(event.detail.id)
            },
          },
        ]}
        i18nStrings={{
          overflowMenuTriggerText: t(labels.more),
          overflowMenuTitleText: t(labels.menu),
          overflowMenuBackIconAriaLabel: t(labels.back),
          overflowMenuDismissIconAriaLabel: t(labels.dismiss),
        }}
      />
    </div>
  )
}

function isLanguage(value: string): value is Language {
  return value in languages
}

function isTheme(value: string): value is ThemeChoice {
  return value in themes
}
