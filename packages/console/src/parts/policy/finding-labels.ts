/**
 * What each finding says in Japanese, by its code: the package has the English sentences. `{found}` is what stands at its
 * place in the document, `{message}` the English sentence. A spelling that the package proposes is added by finding-text.ts.
 */
export const findingLabels: Readonly<Record<string, string>> = {
  KEYWARD_MALFORMED_POLICY: 'このドキュメントはサーバーに受け付けられません: {message}',

  // The text, before it is a policy.
  JSON_SYNTAX_ERROR: 'JSON の構文エラーです。カンマ、コロン、引用符、括弧の過不足や位置を確認してください: {found}',
  KEYWARD_DUPLICATE_ELEMENT: '{found} が同じオブジェクト内に 2 回あります。いずれかを削除してください。',
  KEYWARD_UNSUPPORTED_CHARACTER: 'ポリシーで使用できない文字です: {found}',
  KEYWARD_NESTED_TOO_DEEP: 'ネストが深すぎます。',
  KEYWARD_DOCUMENT_TOO_LONG: 'ドキュメントが長すぎるため、検査できません。',

  // Elements and the version.
  INVALID_POLICY_ELEMENT: '{found} というポリシー要素はありません。要素名では大文字と小文字が区別されます。',
  DATA_TYPE_MISMATCH: 'この要素では使用できない型の値です: {found}',
  UNSUPPORTED_ELEMENT_COMBINATION:
    '{found} は、対になる要素 (Action と NotAction、Resource と NotResource など) と併用できません。いずれかを削除してください。',
  INVALID_VERSION:
    '{found} はポリシー言語のバージョンではありません。"2012-10-17" を指定してください。ポリシーの日付ではありません。',
  KEYWARD_VERSION_2012_REQUIRED: 'この種類のポリシーには "Version": "2012-10-17" が必要です。',
  MISSING_VERSION:
    'Version がないため、変数を使用できない 2008-10-17 として扱われます。"Version": "2012-10-17" を追加してください。',
  KEYWARD_OLD_VERSION: 'バージョン 2008-10-17 では変数を使用できません。"2012-10-17" を指定してください。',
  MISSING_STATEMENT: 'ステートメントがありません。Statement を追加してください。',
  MISSING_EFFECT: 'ステートメントに Effect がありません。"Effect": "Allow" または "Deny" を追加してください。',
  INVALID_EFFECT: 'Effect の値 {found} は無効です。"Allow" または "Deny" を指定してください。',
  MISSING_ACTION: 'アクションの指定がありません。Action または NotAction に 1 つ以上のアクションを指定してください。',
  MISSING_RESOURCE:
    'リソースの指定がありません。Resource または NotResource を指定してください。すべてのリソースは "*" です。',
  MISSING_PRINCIPAL: 'プリンシパルの指定がありません。Principal で対象を指定してください。',
  REDUNDANT_STATEMENT: '同じ内容のステートメントが他にもあります。いずれかを削除してください。',
  UNSUPPORTED_SID: 'Sid {found} に使用できるのは英数字のみです。',
  UNIQUE_SIDS_REQUIRED: 'Sid {found} が複数のステートメントで使用されています。別の Sid を指定してください。',
  EMPTY_SID_VALUE: 'Sid が空です。名前を指定するか、Sid を削除してください。',
  EMPTY_ARRAY_ACTION: 'アクションのリストが空のため、このステートメントには効果がありません。',
  EMPTY_ARRAY_RESOURCE: 'リソースのリストが空のため、このステートメントには効果がありません。',
  EMPTY_OBJECT_PRINCIPAL: 'Principal が空のため、このステートメントの対象となるプリンシパルがありません。',
  EMPTY_ARRAY_PRINCIPAL: 'プリンシパルのリストが空です。',
  EMPTY_OBJECT_CONDITION: '条件が空のため、何も評価されません。削除するか、条件を指定してください。',
  EMPTY_ARRAY_CONDITION: '条件の値のリストが空のため、どの値も一致しません。',
  EMPTY_ARRAY_CONDITION_FORALLVALUES:
    '値が空の ForAllValues は、キーがない場合にのみ一致します。代わりに Null を使用してください。',
  EMPTY_ARRAY_CONDITION_FORANYVALUE: '値が空の ForAnyValue は一致しないため、このステートメントには効果がありません。',
  EMPTY_ARRAY_CONDITION_IFEXISTS:
    '値が空の IfExists は、キーがない場合にのみ一致します。代わりに Null を使用してください。',

  // Principals.
  UNSUPPORTED_PRINCIPAL: 'このポリシーはアタッチ先に適用されます。Principal を削除してください。',
  INVALID_PRINCIPAL_FORMAT: 'プリンシパルは {"AWS": "…"} のように、タイプとともに指定してください。',
  INVALID_PRINCIPAL_KEY:
    '{found} というプリンシパルのタイプはありません。AWS、Federated、Service、CanonicalUser のいずれかを指定してください。',
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: 'プリンシパルの一部にワイルドカードは使用できません: {found}',
  KEYWARD_INVALID_PRINCIPAL:
    '{found} はプリンシパルではありません。アカウント、ユーザー、ロール、セッションのいずれかを指定してください。',
  INVALID_SERVICE_PRINCIPAL_FORMAT: 'サービスプリンシパルは ec2.amazonaws.com のように指定します。{found} は無効です。',
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY:
    'フェデレーションプリンシパルには、プロバイダーの ARN またはドメインを指定します。{found} は無効です。',
  FEDERATED_PRINCIPAL_NOT_SUPPORTED:
    'ID プロバイダーを指定できるのはロールの信頼ポリシーのみです。代わりにロールを指定してください。',
  KEYWARD_ALLOW_WITH_NOT_PRINCIPAL:
    'Allow と NotPrincipal の組み合わせは拒否されます。許可するプリンシパルを指定してください。',
  ALLOW_WITH_NOT_PRINCIPAL: '指定したもの以外の、外部を含むすべてのプリンシパルが許可されます。',
  INVALID_ROLE_REFERENCE:
    '{found} はロールの ID です。ロールは削除されている可能性があります。ARN で指定してください。',
  INVALID_USER_REFERENCE:
    '{found} はユーザーの ID です。ユーザーは削除されている可能性があります。ARN で指定してください。',
  KEYWARD_PUBLIC_ACCESS: 'すべての人に許可されます。対象を指定するか、条件を追加してください。',
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL:
    'サービスは誰の代理としても動作する可能性があります。aws:SourceArn または aws:SourceAccount の条件を追加してください。',

  // Actions.
  KEYWARD_ACTION_WITHOUT_SERVICE:
    'アクション {found} にサービスの指定がありません。service:Action の形式で指定してください。',
  KEYWARD_ACTION_COLONS: 'アクション {found} に複数のコロンがあります。',
  KEYWARD_ACTION_SERVICE_FORM:
    'アクション {found} のサービスプレフィックスが無効です。ワイルドカードは使用できません。',
  INVALID_SERVICE_IN_ACTION: 'アクション {found} のプレフィックスに該当するサービスはありません。',
  INVALID_ACTION: 'アクション {found} は存在しません。',
  KEYWARD_ACTION_MATCHES_NOTHING: '{found} に一致するアクションはありません。',

  // Resources.
  INVALID_ARN_PREFIX: '{found} はリソースではありません。"*" または "arn:" で始まる ARN を指定してください。',
  MISSING_ARN_FIELD:
    'ARN は arn:partition:service:region:account:resource の 6 つの部分で構成されます。{found} は部分が不足しています。',
  INVALID_PARTITION: '{found} のパーティションは存在しません。',
  KEYWARD_ARN_SERVICE_FORM: 'ARN のサービスは省略できず、ワイルドカードも使用できません: {found}',
  WILDCARD_IN_SERVICE_NAME: 'ARN のサービスのワイルドカードは、意図しないサービスにも一致する可能性があります: {found}',
  KEYWARD_VARIABLE_BEFORE_RESOURCE: '変数が置き換えられるのは、ARN の 5 つ目のコロンより後のみです: {found}',
  ARN_REGION_NOT_ALLOWED: 'この ARN にリージョンは指定できません: {found}',
  KEYWARD_IAM_RESOURCE_PATH: '{found} は IAM のリソースではありません。',
  INVALID_ARN_ACCOUNT: 'アカウントは 12 桁の数字で指定します。{found} は無効です。',
  INVALID_ARN_SERVICE_CASE: 'ARN のサービスは小文字で指定します: {found}',
  INVALID_SERVICE: '{found} のサービスは存在しません。',
  ARN_ACCOUNT_NOT_ALLOWED:
    'バケットとオブジェクトの ARN にアカウントは指定できません。arn:aws:s3:::bucket/key の形式で指定してください。',
  MISSING_ARN_ACCOUNT:
    'このサービスの ARN にはアカウントが必要です。12 桁の数字または * を指定しないと、何にも一致しません: {found}',
  MISSING_ARN_REGION:
    'このサービスの ARN にはリージョンが必要です。* も指定できます。ないと何にも一致しません: {found}',
  INVALID_ARN_RESOURCE: 'サービスに {found} の形式のリソースはありません。',
  KEYWARD_ACTION_NEEDS_ALL_RESOURCES: '{found} はリソースを限定できません。Resource "*" にのみ一致します。',
  KEYWARD_ACTION_WITHOUT_ITS_RESOURCE: '{found} の対象となるリソースがステートメントにありません。',

  UNSUPPORTED_ACTION_IN_POLICY: 'リソースポリシーでは、リソースと異なるサービスのアクション {found} は使用できません。',
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY:
    'リソースポリシーでは、アタッチ先と異なるサービスのリソース {found} は指定できません。',

  // Condition operators and keys.
  INVALID_CONDITION_OPERATOR: '{found} という条件演算子はありません。大文字と小文字が区別されます。',
  NULL_WITH_IF_EXISTS: 'Null はキーの有無を評価するため、IfExists は不要です。削除してください。',
  NULL_WITH_QUALIFIER: 'Null はキーの有無を評価します。ForAllValues または ForAnyValue を削除してください。',
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE:
    '{found} は、大文字と小文字のみが異なる同じ条件キーです。1 つにまとめてください。',
  INVALID_CONDITION_KEY_FORMAT: '{found} は条件キーではありません。service:name の形式で指定してください。',
  MISSING_TAG_KEY_IN_CONDITION: 'タグキーの指定がありません。{found} の後に /タグキー を指定してください。',
  UNSUPPORTED_GLOBAL_CONDITION_KEY:
    'aws:ARN は使用できません。aws:PrincipalArn または aws:SourceArn を使用してください。',
  INVALID_GLOBAL_CONDITION_KEY: '{found} というグローバル条件キーはありません。',
  INVALID_SERVICE_CONDITION_KEY: 'サービスに {found} という条件キーはありません。',
  KEYWARD_UNKNOWN_KEY_SERVICE:
    '{found} のプレフィックスに該当するサービスはないため、このキーを持つリクエストはありません。',
  MISSING_QUALIFIER: '{found} は複数の値を持つキーです。ForAnyValue: または ForAllValues: がないと一致しません。',
  FORALLVALUES_WITH_SINGLE_VALUED_KEY:
    '{found} は単一の値を持つキーです。ForAllValues: はキーがないリクエストにも一致します。ForAllValues: を削除してください。',
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: '{found} は、このステートメントの条件キーを持たないため、条件を満たしません。',
  UNTRUSTWORTHY_CONDITION_KEY: '{found} は呼び出し元が自由に設定できるため、アクセスを制限できません。',
  MISSING_PAIRED_CONDITION_KEYS: '{found} は、組になる条件キーとともに使用してください。',
  DYNAMODB_ATTRIBUTES_WITHOUT_SELECT:
    'dynamodb:Attributes だけでは、項目全体の読み取りを防げません。dynamodb:Select の条件も追加してください。',
  S3_PREFIX_IN_NEGATIVE_CONTEXT:
    's3:prefix の拒否は、より短いプレフィックスを指定することで回避できます。許可するプレフィックスを指定してください。',
  KEYWARD_KEY_ASKED_TWICE: '{found} に対する条件が互いに矛盾しているため、両方を満たすリクエストはありません。',

  // Condition values.
  TYPE_MISMATCH_IP_RANGE: '{found} は IP アドレスでもネットワークでもありません。例: 203.0.113.0/24、2001:db8::/32',
  KEYWARD_UNREADABLE_VALUE: '{found} は演算子が解釈できない値で、一致することがなく、保存時に拒否されます。',
  TYPE_MISMATCH_DATE: '{found} は日付ではないため、一致しません。',
  TYPE_MISMATCH_NUMBER: '{found} は数値ではないため、一致しません。',
  TYPE_MISMATCH_STRING: '{found} は base64 ではないため、一致しません。',
  TYPE_MISMATCH_BOOLEAN: 'true または false を指定してください。それ以外の値は false として扱われます: {found}',
  INVALID_CONDITION_MULTIPLE_BOOLEAN: 'Bool に指定できる値は 1 つです。',
  INVALID_CONDITION_DATA_TYPE: '1 つの条件に複数の型の値があります。型を統一してください。',
  TYPE_MISMATCH: '{found} の型は、この演算子で比較する型と異なります。',
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS:
    'StringLike の * は ARN のコロンにも一致します。ArnLike を使用してください。',
  WILDCARD_WITHOUT_LIKE_OPERATOR:
    'この演算子では、{found} の * と ? は文字そのものとして扱われます。ワイルドカードとして使用するには Like 演算子を使用してください。',
  INVALID_DATE_VALUE: '{found} は 1970 年からの秒数です。2026-05-01T00:00:00Z のような日付で指定してください。',
  INVALID_VPC_FORMAT: 'VPC は vpc- に続く 8 文字または 17 文字の英数字で指定します。{found} は無効です。',
  INVALID_VPCE_FORMAT:
    'VPC エンドポイントは vpce- に続く 8 文字または 17 文字の英数字で指定します。{found} は無効です。',
  INVALID_REGION: 'リージョンは us-east-1 のように指定します。{found} は無効です。',
  EQUIVALENT_TO_NULL_FALSE:
    'どの値でも満たされる条件です。キーがあることを確認するには、Null 演算子に "false" を指定してください: {found}',
  EQUIVALENT_TO_NULL_TRUE:
    'どの値でも満たされない条件です。キーがないことを確認するには、Null 演算子に "true" を指定してください: {found}',
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: 'すべてのリクエストが満たす条件です。削除してください: {found}',
  REDUNDANT_CONDITION_VALUE_NUM: '複数の数値のうち、判定に影響するのは 1 つだけです: {found}',
  IMPROVE_IP_RANGE: 'プレフィックスより後のビットは無視されます: {found}',

  // Variables.
  VARIABLE_UNSUPPORTED_IN_VERSION:
    '変数 {found} は、"Version": "2012-10-17" がないポリシーでは文字列として扱われます。',
  VARIABLE_UNSUPPORTED_IN_ELEMENT: '変数が置き換えられるのは、リソースと条件の値のみです: {found}',
  INVALID_VARIABLE_FOR_OPERATOR: '変数を使用できるのは String 演算子と Arn 演算子のみです: {found}',
  MISSING_BRACE_IN_VARIABLE: '変数に閉じ括弧 } がありません: {found}',
  EMPTY_VARIABLE: '変数の名前が空です: {found}',
  MISSING_QUOTE_IN_VARIABLE: "変数のデフォルト値は、${aws:username, 'nobody'} のように一重引用符で囲みます: {found}",
  UNSUPPORTED_SPACE_IN_VARIABLE: '変数の名前に空白は使用できません: {found}',
  KEYWARD_UNKNOWN_VARIABLE: '変数 {found} のキーを持つリクエストはないため、置き換えられません。',

  // Actions that pass roles on, and those that make service-linked ones.
  PASS_ROLE_WITH_NOT_RESOURCE:
    'NotResource で除外したもの以外の任意のロールをサービスに渡すことができ、そのロールの権限がすべて得られます。渡せるロールを Resource で指定してください。',
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE:
    'アクションのワイルドカードに iam:PassRole が含まれ、NotResource で除外したもの以外の任意のロールをサービスに渡すことができます。渡せるロールを Resource で指定してください。',
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE:
    'NotAction に iam:PassRole が含まれるため許可され、NotResource で除外したもの以外の任意のロールをサービスに渡すことができます。渡せるロールを Resource で指定してください。',
  PASS_ROLE_WITH_STAR_IN_RESOURCE:
    'リソースがワイルドカードで終わるため、任意のロールをサービスに渡すことができ、そのロールの権限がすべて得られます。渡せるロールを指定してください。',
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE:
    'アクションとリソースのワイルドカードにより、任意のロールをサービスに渡すことができます。渡せるロールを指定してください。',
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION:
    'NotAction で iam:PassRole が許可され、リソースがワイルドカードで終わるため、任意のロールをサービスに渡すことができます。渡せるロールを指定してください。',
  CREATE_SLR_WITH_NOT_RESOURCE:
    'NotResource で除外したもの以外の任意のサービスに、サービスにリンクされたロールを作成できます。',
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE:
    'アクションのワイルドカードと NotResource により、任意のサービスにサービスにリンクされたロールを作成できます。',
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE:
    'NotAction と NotResource により、任意のサービスにサービスにリンクされたロールを作成できます。',
  CREATE_SLR_WITH_STAR_IN_RESOURCE:
    'リソースがワイルドカードで終わるため、任意のサービスにサービスにリンクされたロールを作成できます。',
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE:
    'アクションとリソースのワイルドカードにより、任意のサービスにサービスにリンクされたロールを作成できます。',
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION:
    'NotAction とリソースのワイルドカードにより、任意のサービスにサービスにリンクされたロールを作成できます。',

  // Role trust policies.
  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL:
    'ロールの信頼ポリシーで NotPrincipal は使用できません。Principal で信頼する相手を指定してください。',
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL:
    'ロールの信頼ポリシーで "Principal": "*" は使用できません。ロールを引き受けられるプリンシパルを指定してください。',
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: 'ロールの信頼ポリシーにリソースは指定できません。削除してください: {found}',
  KEYWARD_TRUST_ACTION: '{found} はロールを引き受けるアクションではありません。sts:AssumeRole などを指定してください。',
  KEYWARD_COGNITO_WITHOUT_CONDITION:
    'Amazon Cognito の ID プールは誰でも作成できます。cognito-identity.amazonaws.com:aud の条件を追加してください。',
  KEYWARD_SHARED_PROVIDER_UNSCOPED:
    'この ID プロバイダーは誰のトークンにも署名します。トークンの所有者を限定する条件を StringEquals または StringLike で追加してください。',
  MISMATCHED_ACTION_FOR_PRINCIPAL:
    '{found} は、このプリンシパルでは使用できません。SAML プロバイダーには sts:AssumeRoleWithSAML、OIDC プロバイダーには sts:AssumeRoleWithWebIdentity を使用します。',
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY:
    'IAM Roles Anywhere には sts:AssumeRole、sts:SetSourceIdentity、sts:TagSession が必要です。',
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL:
    'この OIDC プロバイダーのアカウントを持つ誰でもロールを引き受けられます。aud と sub の条件を追加してください。',
  MISSING_GITHUB_REPO_CONDITION_KEY:
    'GitHub のすべてのリポジトリのワークフローがロールを引き受けられます。token.actions.githubusercontent.com:sub の条件を追加してください。',
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED:
    'GitHub の組織、リポジトリ、ブランチにワイルドカードが使用されています。具体的に指定してください: {found}',
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: '{found} は単一の値です。ForAnyValue: を削除してください。',
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY:
    'このセッションは、併記されているロールに含まれます。セッションを削除してください: {found}',
  KEYWARD_TRUSTS_EVERYONE:
    'すべてのアカウントの誰でもロールを引き受けられます。アカウントを指定するか、条件を追加してください。',

  // Service control and resource control policies.
  SCP_SYNTAX_ERROR_PRINCIPAL:
    'サービスコントロールポリシーにプリンシパルは指定できません。条件で aws:PrincipalArn を使用してください。',
  RCP_SYNTAX_ERROR_PRINCIPAL: 'リソースコントロールポリシーのプリンシパルは "Principal": "*" のみです。',
  RCP_SYNTAX_ERROR_ALLOW:
    'リソースコントロールポリシーで許可できるのは、すべてを許可するステートメントのみです。Deny を使用してください。',
  RCP_SYNTAX_ERROR_NOTACTION: 'リソースコントロールポリシーで NotAction は使用できません。Action を使用してください。',
  RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY:
    '代理で動作するサービスは {found} を持たないため、同様に拒否されます。"BoolIfExists": {"aws:PrincipalIsAWSService": "false"} を追加してください。',
  RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY:
    '自分のユーザーとロールは {found} を持たないため、同様に拒否されます。"BoolIfExists": {"aws:PrincipalIsAWSService": "true"} を追加してください。',
  RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK:
    'サービスの呼び出しには {found} を持たないものがあり、同様に拒否されます。"Null": {"aws:SourceAccount": "false"} を追加してください。',
  KEYWARD_SCP_ALLOW_IS_NO_GRANT:
    'サービスコントロールポリシーは上限を定めるもので、何も付与しません。個別のアクションの許可は、他のすべての操作を禁止します。',

  // What is said too often or too broadly.
  REDUNDANT_ACTION: '{found} は、同じステートメントの他のアクションに含まれます。削除してください。',
  REDUNDANT_RESOURCE: '{found} は、同じステートメントの他のリソースに含まれます。削除してください。',
  KEYWARD_ALLOWS_EVERYTHING: 'すべてのリソースに対するすべてのアクションが許可され、管理者と同等の権限になります。',
  KEYWARD_ALLOW_WITH_NOT_ACTION:
    'NotAction で除外したもの以外の、今後追加されるサービスを含むすべてのアクションが許可されます。Action を使用してください。',
  KEYWARD_ALLOW_WITH_NOT_RESOURCE:
    'NotResource で除外したもの以外の、今後作成されるものを含むすべてのリソースが許可されます。Resource を使用してください。',
  KEYWARD_PRIVILEGE_ESCALATION:
    'すべてのリソースに対して {found} が許可されると、自分自身に任意のアクセス許可を付与できます。リソースを指定してください。',
  KEYWARD_MFA_DENY_WITHOUT_IF_EXISTS:
    'アクセスキーによる呼び出しはこのキーを持たないため、拒否されません。BoolIfExists を使用してください。',
  KEYWARD_ALLOW_WITH_NEGATED_CONDITION:
    'この条件は {found} を持たないリクエストでも満たされます。Null でキーの有無を確認するか、許可する値を指定してください。',
  KEYWARD_ALLOW_ALWAYS_DENIED: '許可する内容がすべて他のステートメントで拒否されているため、効果がありません。',

  // Sizes.
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: 'ポリシーの文字数が上限を超えています。ポリシーを分割してください。',
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA: '信頼ポリシーの文字数が上限 (2048) を超えています。',
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: 'リソースポリシーの文字数が上限 (20480) を超えています。',
  POLICY_SIZE_EXCEEDS_SCP_QUOTA: 'サービスコントロールポリシーの文字数が上限 (5120) を超えています。',
  POLICY_SIZE_EXCEEDS_RCP_QUOTA: 'リソースコントロールポリシーの文字数が上限 (5120) を超えています。',
}
