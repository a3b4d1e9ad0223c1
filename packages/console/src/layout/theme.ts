import type { Theme } from '@cloudscape-design/components/theming'

type Token = keyof Theme['tokens'] & `color${string}`
interface Pair {
  readonly light: string
  readonly dark: string
}

const evergreen = { light: '#0b6b5d', dark: '#5fd0ba' }
const deep = { light: '#084c42', dark: '#93e5d3' }
const pale = { light: '#eef7f4', dark: '#15302c' }
const pressed = { light: '#d6ece6', dark: '#1d433d' }
const onBrand = { light: '#ffffff', dark: '#0b1a17' }
const surface = { light: '#ffffff', dark: '#182223' }
const raised = { light: '#ffffff', dark: '#1e2a2b' }
const line = { light: '#c9d3d0', dark: '#3a4a47' }
const ground = { light: '#fbfbf9', dark: '#11191a' }

const text =
  "'Inter', system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic UI', Meiryo, sans-serif"

function each(value: Pair, ...names: readonly Token[]): Partial<Record<Token, Pair>> {
  return Object.fromEntries(names.map((name) => [name, value]))
}

/** What is clicked, chosen or focused. */
const brand = {
  ...each(
    evergreen,
    'colorTextAccent',
    'colorTextLinkDefault',
    'colorTextLinkSecondaryDefault',
    'colorTextLinkInfoDefault',
    'colorTextButtonLinkDefault',
    'colorTextButtonInlineIconDefault',
    'colorTextSideNavigationItemActive',
    'colorTextExpandableSectionHover',
    'colorBackgroundButtonPrimaryDefault',
    'colorBorderButtonPrimaryDefault',
    'colorBackgroundControlChecked',
    'colorBackgroundSegmentActive',
    'colorBackgroundProgressBarValueDefault',
    'colorBackgroundLayoutToggleSelectedDefault',
    'colorBackgroundLayoutToggleSelectedActive',
    'colorBorderItemSelected',
    'colorBorderItemFocused',
    'colorBorderInputFocused',
    'colorBorderToggleButtonNormalPressed',
    'colorItemSelected',
  ),
  ...each(
    deep,
    'colorTextLinkHover',
    'colorTextLinkSecondaryHover',
    'colorTextLinkInfoHover',
    'colorTextButtonLinkHover',
    'colorTextButtonLinkActive',
    'colorTextButtonInlineIconHover',
    'colorTextButtonNormalHover',
    'colorTextButtonNormalActive',
    'colorTextSegmentHover',
    'colorTextDropdownItemFilterMatch',
    'colorBackgroundButtonPrimaryHover',
    'colorBackgroundButtonPrimaryActive',
    'colorBorderButtonPrimaryHover',
    'colorBorderButtonPrimaryActive',
    'colorBorderButtonNormalHover',
    'colorBorderButtonNormalActive',
    'colorBackgroundLayoutToggleSelectedHover',
  ),
  ...each(
    onBrand,
    'colorTextButtonPrimaryDefault',
    'colorTextButtonPrimaryHover',
    'colorTextButtonPrimaryActive',
    'colorTextSegmentActive',
    'colorTextLayoutToggleSelected',
    'colorForegroundControlDefault',
  ),
  ...each(
    pale,
    'colorBackgroundButtonNormalHover',
    'colorBackgroundButtonLinkHover',
    'colorBackgroundItemSelected',
    'colorBackgroundDropdownItemSelected',
    'colorBackgroundDropdownItemFilterMatch',
    'colorBackgroundSegmentHover',
  ),
  ...each(pressed, 'colorBackgroundButtonNormalActive', 'colorBackgroundButtonLinkActive'),
  ...each({ light: '#a9cfc6', dark: '#2b5a52' }, 'colorBackgroundToggleCheckedDisabled'),
  ...each({ light: '#17423a', dark: '#d9ece7' }, 'colorTextButtonNormalDefault'),
  ...each({ light: '#8fa39d', dark: '#5d736d' }, 'colorBorderButtonNormalDefault'),
}

/** What things lie on: white on warm paper, and in the dark a green that is nearly black. */
const grounds = {
  ...each(ground, 'colorBackgroundLayoutMain'),
  ...each(
    surface,
    'colorBackgroundContainerContent',
    'colorBackgroundContainerHeader',
    'colorBackgroundCard',
    'colorBackgroundLayoutPanel',
    'colorBackgroundLayoutToolbar',
    'colorBackgroundInputDefault',
    'colorBackgroundControlDefault',
    'colorBackgroundButtonNormalDefault',
    'colorBackgroundButtonNormalDisabled',
    'colorBackgroundToggleButtonNormalDefault',
    'colorBackgroundSegmentDefault',
    'colorBackgroundSegmentDisabled',
    'colorBackgroundSegmentWrapper',
  ),
  ...each(raised, 'colorBackgroundPopover', 'colorBackgroundDropdownItemDefault'),
  ...each({ light: '#f3f6f5', dark: '#263435' }, 'colorBackgroundDropdownItemHover', 'colorBackgroundCellShaded'),
  ...each(
    { light: '#e8eceb', dark: '#263435' },
    'colorBackgroundInputDisabled',
    'colorBackgroundButtonPrimaryDisabled',
  ),
  ...each(line, 'colorBorderDividerDefault', 'colorBorderCard', 'colorBorderLayoutSideNavigation'),
  ...each({ light: '#e4e9e7', dark: '#2a3837' }, 'colorBorderDividerSecondary', 'colorBorderButtonPrimaryDisabled'),
  ...each({ light: '#7f918c', dark: '#6c807b' }, 'colorBorderInputDefault', 'colorBorderControlDefault'),
}

const bar = { light: '#10302a', dark: '#0c1f1b' }
const dark = (tokens: Partial<Record<Token, Pair>>) =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [name, pair.dark]))

/** Keyward's colours, evergreen and paper. Every pair of text and ground holds 4.5 to 1. */
export const theme: Theme = {
  tokens: {
    fontFamilyBase: text,
    fontFamilyHeading: text,
    fontFamilyDisplay: text,
    fontFamilyMonospace:
      "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace",
    borderRadiusButton: '8px',
    borderRadiusContainer: '12px',
    borderRadiusAlert: '10px',
    borderRadiusFlashbar: '10px',
    borderRadiusInput: '8px',
    borderWidthButton: '1px',
    fontWeightButton: '600',
    ...brand,
    ...grounds,
  },
  contexts: {
    // Cloudscape has a ground of its own here, and takes what equals the theme's for no change: so a hair beside it.
    'app-layout-toolbar': { tokens: { colorBackgroundLayoutMain: { light: '#fbfbfa', dark: '#11191b' } } },
    // The bar is dark in both themes, and what opens from it.
    'top-navigation': {
      tokens: {
        ...dark(brand),
        ...dark(grounds),
        colorBackgroundContainerContent: bar,
        colorBackgroundDropdownItemDefault: '#16302b',
        colorBackgroundDropdownItemHover: '#1f413a',
      },
    },
  },
}
