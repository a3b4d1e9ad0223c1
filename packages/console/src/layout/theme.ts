import type { Theme } from '@cloudscape-design/components/theming'

const evergreen = { light: '#0b6b5d', dark: '#5fd0ba' }
const evergreenDeep = { light: '#084c42', dark: '#93e5d3' }
const evergreenPale = { light: '#eef7f4', dark: '#15302c' }
const evergreenPressed = { light: '#d6ece6', dark: '#1d433d' }

const text =
  "'Inter', system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic UI', Meiryo, sans-serif"

/** Keyward's colours: evergreen on warm paper, and on ink in the dark. Every pair of text and ground holds 4.5 to 1. */
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
    colorTextAccent: evergreen,
    colorTextLinkDefault: evergreen,
    colorTextLinkHover: evergreenDeep,
    colorTextLinkSecondaryDefault: evergreen,
    colorTextLinkSecondaryHover: evergreenDeep,
    colorTextLinkInfoDefault: evergreen,
    colorTextLinkInfoHover: evergreenDeep,
    colorBackgroundButtonPrimaryDefault: evergreen,
    colorBackgroundButtonPrimaryHover: evergreenDeep,
    colorBackgroundButtonPrimaryActive: evergreenDeep,
    colorBorderButtonPrimaryDefault: evergreen,
    colorBorderButtonPrimaryHover: evergreenDeep,
    colorBorderButtonPrimaryActive: evergreenDeep,
    colorTextButtonPrimaryDefault: { light: '#ffffff', dark: '#0b1a17' },
    colorTextButtonPrimaryHover: { light: '#ffffff', dark: '#0b1a17' },
    colorTextButtonPrimaryActive: { light: '#ffffff', dark: '#0b1a17' },
    colorBorderButtonNormalDefault: { light: '#8fa39d', dark: '#5d736d' },
    colorBorderButtonNormalHover: evergreen,
    colorBorderButtonNormalActive: evergreenDeep,
    colorTextButtonNormalDefault: { light: '#17423a', dark: '#d9ece7' },
    colorTextButtonNormalHover: evergreenDeep,
    colorTextButtonNormalActive: evergreenDeep,
    colorBackgroundButtonNormalHover: evergreenPale,
    colorBackgroundButtonNormalActive: evergreenPressed,
    colorTextButtonLinkDefault: evergreen,
    colorTextButtonLinkHover: evergreenDeep,
    colorTextButtonLinkActive: evergreenDeep,
    colorBackgroundButtonLinkHover: evergreenPale,
    colorBackgroundButtonLinkActive: evergreenPressed,
    colorTextButtonInlineIconDefault: evergreen,
    colorTextButtonInlineIconHover: evergreenDeep,
    colorBackgroundControlChecked: evergreen,
    colorBackgroundToggleCheckedDisabled: { light: '#a9cfc6', dark: '#2b5a52' },
    colorBackgroundItemSelected: evergreenPale,
    colorBackgroundDropdownItemSelected: evergreenPale,
    colorBorderItemSelected: evergreen,
    colorBorderItemFocused: evergreen,
    colorBorderInputFocused: evergreen,
    colorItemSelected: evergreen,
    colorBackgroundLayoutToggleSelectedDefault: evergreen,
    colorBackgroundLayoutToggleSelectedHover: evergreenDeep,
    colorBackgroundLayoutToggleSelectedActive: evergreen,
    colorBackgroundLayoutMain: { light: '#fbfbf9', dark: '#11191a' },
  },
  contexts: {
    'top-navigation': {
      tokens: {
        colorBackgroundContainerContent: { light: '#10302a', dark: '#0c1f1b' },
      },
    },
  },
}
