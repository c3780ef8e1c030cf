app-name = 举要
untitled = 未命名
skip-to-text = 跳到正文
cancel = 取消
close = 关闭
remove = 删除
retry = 重试
backup = 下载备份
take-over = 改在这里编辑

## 开始页
start-title = 把讲话稿变成任务清单
start-lead = 贴进一篇讲话稿，举措、目标、责任单位和时限会逐条标出，由您确认，再导出。
start-paste = 讲话稿全文
start-placeholder = 在这里粘贴讲话稿全文，或在任意位置按 Ctrl V
start-begin = 开始标注
start-open = 打开文件
start-sample = 试用示例讲话
start-drop = 也可拖入 txt、Word、网页、压缩包或标注文件，可一次多个
start-privacy = 文字只留在这台电脑上。没有服务器，没有账号，断网也能用。
start-verify = 怎样核实
recent-title = 最近的文档
recent-pending = { $n } 条待定
recent-finished = 已完成
recent-new = 未标注
recent-remove = 删除“{ $title }”
when-today = 今天 { $time }
when-yesterday = 昨天 { $time }
when-day = { $month }月{ $day }日
when-date = { $year }年{ $month }月{ $day }日
remove-title = 删除文档
remove-words = 从这台电脑上删除“{ $title }”及其全部标注？此操作不能撤销。
privacy-title = 文字留在哪里
privacy-where = 文字和标注只存放在这个浏览器的本机存储里。识别在网页自带的程序中进行，不发送到任何地方。
privacy-check = 想要核实：按 F12 打开开发者工具，选“网络”，再贴进一篇讲话。除网页自身的文件外，不会有任何请求。
privacy-offline = 也可以在打开网页后断开网络再使用，一切照常。

## 顶栏与底栏
documents-back = 全部文档
language-next = EN
theme-system = 颜色：随系统
theme-light = 颜色：浅色
theme-dark = 颜色：深色
export = 导出
export-all = 全部标注，{ $n } 条
export-tasks = 任务分解表，已接受的 { $n } 项
export-tasks-all = 任务分解表，{ $n } 项
export-tools = 其他标注工具的格式
export-suggestions = 也带上未确认的建议
export-together-words = 全部文档，合成一个文件
export-together = 举要导出
export-items = { $n } 条
export-documents = { $n } 篇
export-holds-all = 保留全部内容。
export-leaves-out = 不含：{ $list }。
export-code-points = 位置按 Unicode 码点计。
export-utf16 = 位置按 UTF-16 单元计。
export-done = 已导出“{ $name }”
encoding-title = 选一种编码
encoding-words = 认不出“{ $name }”的编码，请选读得通的一种。
save-saved = 已保存
save-saved-at = 已保存 { $time }
save-saving = 正在保存…
save-failed = 未能保存
status-progress = 已定的比例
status-pending = 还有 { $n } 条待定
status-all-decided = 全部已定，可以导出了
status-decided = ，已接受 { $accepted }，已拒绝 { $rejected }
status-undo = 可撤销 { $n } 步
status-characters = { $n } 字
hint-walk = 下一条 上一条
hint-accept = 接受
hint-reject = 拒绝
hint-relabel = 改标签
hint-keys = 全部快捷键
hint-statements = 陈述
hint-mentions = 提及
hint-search = 搜索
hint-cancel = 取消

## 正文与两侧
text-title = 正文
outline-title = 提纲
outline-empty = 没有找到标题。选中文字可标为标题。
outline-done = { $title }，已定
outline-pending = { $title }，{ $n } 条待定
legend-title = 标签
inspector-title = 检查器
actions-title = 对当前标注
debris-folded = 已折叠 { $n } 处网页残留，共 { $characters } 字
debris-unfold = 展开
debris-fold = 收起
working = 正在找举措和目标，第 { $done } 步，共 { $total } 步。可先阅读
accept = 接受
reject = 拒绝
relabel = 改标签
note = 备注
accept-linked = 连同 { $n } 处一起接受

## 检查器
tab-detail = 详情
tab-measures = 举措
tab-all = 全部标注
filter-title = 筛选
filter-all = 全部
filter-pending = 待定
filter-statements = 陈述
filter-mentions = 提及
filter-structure = 结构
list-empty = 没有符合筛选的标注
measures-empty = 没有举措。选中文字后按 1 添加
detail-empty = 还没有选中标注
detail-empty-walk = 按 J、K 逐条走，按 N 到下一条待定；按 Enter 接受，按 X 拒绝。
detail-empty-select = 在正文里选中文字，就能添加标注。
detail-place = 第 { $n } 条，共 { $all } 条
detail-task = 任务表述
detail-words = 原文
reason-title = 为什么这样建议
reason-confidence = 把握 { $share }
reason-triggers = 依据：{ $words }
reason-rule = 规则 { $rule }
reason-record = 同一规则此前 { $n } 条，您接受了 { $accepted } 条。
reason-human = 手动添加
reason-other = 来源：{ $origin }
field-place = 位置
field-opening = 开头
field-deadline = 时限
field-target = 目标
field-basis = 依据
field-modality = 力度
field-instrument = 工具
field-days = 日期
field-measure = 所属
field-absent = 未写明
field-inferred = 承上文推定
field-resolved = 按讲话日期推定
role-lead = 牵头
role-support = 配合
role-responsible = 负责
role-executor = 执行
modality-must = 必须
modality-should = 要求
modality-encourage = 鼓励
modality-explore = 探索
modality-forbid = 禁止
instrument-supply-talent = 供给型 › 人才培养
instrument-supply-funds = 供给型 › 资金投入
instrument-supply-land = 供给型 › 土地要素
instrument-supply-technology = 供给型 › 科技支持
instrument-supply-service = 供给型 › 公共服务
instrument-environment-goals = 环境型 › 目标规划
instrument-environment-finance = 环境型 › 金融支持
instrument-environment-tax = 环境型 › 税收优惠
instrument-environment-regulation = 环境型 › 法规管制
instrument-environment-organization = 环境型 › 组织保障
instrument-demand-procurement = 需求型 › 政府采购
instrument-demand-demonstration = 需求型 › 试点示范
instrument-demand-outsourcing = 需求型 › 服务外包
instrument-demand-trade = 需求型 › 贸易管制
instrument-demand-overseas = 需求型 › 海外交流

## 标签选择
palette-title = 选择标签
palette-search = 搜标签
palette-characters = { $n } 字
palette-empty = 没有这样的标签
palette-nested = 此处已有 { $n } 处标注
layer-statements = 陈述
layer-mentions = 提及
layer-structure = 结构
status-suggested = 建议
status-accepted = 已接受
status-rejected = 已拒绝

## 命令与快捷键
command-next = 下一条
command-previous = 上一条
command-next-pending = 下一条待定
command-previous-pending = 上一条待定
command-inner = 此处的内层
command-outer = 此处的外层
command-next-section = 下一节
command-previous-section = 上一节
command-accept = 接受，并到下一条待定
command-accept-linked = 连同提及和关联一起接受
command-reject = 拒绝，并到下一条待定
command-remove = 删除（建议则记为拒绝）
command-tag = 标注
command-palette = 选择标签
command-note = 写备注
command-undo = 撤销
command-redo = 重做
command-leave = 关闭，取消选中
command-export = 导出
command-open = 打开文件
command-panes = 显示或隐藏两侧
command-glyphs = 显示或隐藏标签字
command-keys = 全部快捷键
keys-title = 快捷键
keys-walking = 走
keys-deciding = 定
keys-tagging = 标
keys-always = 随时
keys-labels = 标签

## 通知
verb-accept = 接受
verb-reject = 拒绝
verb-relabel = 改标签
verb-add = 添加
verb-remove = 删除
verb-resize = 改范围
verb-attribute = 改字段
verb-note = 备注
verb-link = 关联
verb-unlink = 取消关联
verb-suggest = 重新识别
verb-import = 导入
notice-found = 找到 { $n } 条建议。
notice-nothing-found = 没有找到可标注的内容。选中文字可自行添加。
notice-accepted = 已接受。{ $more ->
    [yes] 下一条：{ $label }，{ $quote }
   *[no] 没有待定的了
}
notice-rejected = 已拒绝。{ $more ->
    [yes] 下一条：{ $label }，{ $quote }
   *[no] 没有待定的了
}
notice-removed = 已删除。{ $more ->
    [yes] 下一条：{ $label }，{ $quote }
   *[no] 没有待定的了
}
notice-added = 已添加{ $label }
notice-relabelled = 已改为{ $label }
notice-undone = 已撤销：{ $verb }{ $label }{ $n ->
    [0] {""}
    [1] {""}
   *[other] {" "}{ $n } 条
}
notice-redone = 已重做：{ $verb }{ $label }{ $n ->
    [0] {""}
    [1] {""}
   *[other] {" "}{ $n } 条
}
notice-nothing-to-undo = 没有可撤销的
notice-nothing-to-redo = 没有可重做的
notice-not-chinese = 这篇文字几乎没有汉字，建议会很少。
problem-empty = 没有文字可贴。请先复制讲话稿全文。
problem-long-text = 文字超过 20 MB，未打开。请分成几篇。
problem-long-file = “{ $name }”超过 20 MB，未打开。
problem-empty-file = “{ $name }”里没有文字。
problem-binary-file = “{ $name }”不是文本文件，未打开。可另存为 txt 再试。
problem-encoding = 认不出“{ $name }”的编码，未打开。可单独打开它，再选一种编码。
problem-large-file = “{ $name }”过大，或解开后超过 64 MB，未打开。
problem-deep-file = “{ $name }”在压缩包里套得太深，未打开。可先解开再试。
problem-office-file = “{ $name }”是旧版或其他办公文件，未打开。可另存为 docx 再试。
problem-pdf-file = “{ $name }”是 PDF，未打开。可复制其中文字粘贴，或另存为 docx 再试。
problem-locked-file = “{ $name }”设有密码，未打开。
problem-textless-file = “{ $name }”只有标注，没有正文，未打开。
problem-many-files = { $n } 个文件未打开：{ $names }等。请逐个打开，看是什么原因。
problem-export = 未能导出。可换一种格式再试，或减少文档篇数。
problem-unreadable-file = 读不了“{ $name }”。文件可能已移走，或没有权限。
problem-newer-file = “{ $name }”由更新的版本写成，请先更新本程序。
problem-own-file = “{ $name }”不完整或被改动过，未打开（{ $reason }）。
problem-opening = 打不开这篇文档（{ $reason }）。
problem-damaged = 这篇文档最后几步的记录已损坏，未能恢复；之前的都在。
problem-extraction = 未能找出建议。可自行选中文字标注。
problem-dictionary = 词典没有读到，只给出不用词典也能认出的建议。重新载入网页可再试。
problem-download = 浏览器没有允许下载。
problem-storage = 浏览器不让这一页存储，最近的改动还在这一页里。请下载备份。
problem-full = 本机存储已满，最近的改动还在这一页里。请下载备份。
problem-elsewhere = 另一个标签页改动了这篇文档，这里的最近改动没有存上。
problem-engine = 识别程序没有启动，不能给出建议。请重新载入网页；已存的文档不受影响。
problem-highlight = 这个浏览器不能显示标注的底色，请更新到较新的版本。列表和导出照常可用。

## 任务表
pages-title = 看法
page-text = 正文
page-table = 任务表
page-statistics = 统计
command-text = 看正文
command-table = 看任务表
command-statistics = 看统计
command-find = 在文中查找
table-title = 任务分解表
table-section = 章节
table-unit = 单位
table-missing = 缺项
table-status = 状态
table-words = 在表中查找
table-clear = 清除筛选
table-shown = 显示 { $n } 项，共 { $all } 项
table-group = 按章节分组
table-group-count = { $n } 项{ $pending ->
    [0] {""}
   *[other] ，{ $pending } 项待定
}
table-columns = 列 { $n }/{ $all }
table-empty = 没有符合筛选的任务。清除筛选可看全部
table-jump = 到原文
table-to-text = 第 { $n } 项的原文
table-times = 文中 { $n } 次
table-proposals = 文中的说法
table-editing = Enter 选定，Tab 到右格，Esc 放弃
missing-lead = 缺牵头
missing-deadline = 缺时限
missing-either = 缺牵头或时限
lacks-lead = 缺牵头
lacks-deadline = 缺时限
column-title = 显示哪些列
column-reset = 恢复默认
column-up = { $column }左移
column-number = 序号
column-words = 任务
column-lead = 牵头单位
column-support = 配合单位
column-responsible = 责任单位
column-deadline = 完成时限
column-targets = 目标
column-modality = 力度
column-instrument = 政策工具
column-place = 出处
column-note = 备注
column-status = 状态
hint-move = 移动
hint-edit = 编辑
hint-fill = 向下填充
hint-sentence = 看原文

## 漏检
tab-omissions = 漏检
status-omitted = 漏检 { $n } 句
omissions-looking = 正在检查…
omissions-none = 没有漏检的句子
omissions-hint = 这些话像是要求，但还没有标注。Enter 标为举措，X 不是任务
omission-tag = 标为举措
omission-not = 不是任务
notice-not-a-task = 已记下：不是任务

## 查找与筛选
search-placeholder = 在正文和备注中查找
search-mode = 怎样查找
search-plain = 文字
search-plain-title = 按文字查找
search-regex = 正则
search-regex-title = 按正则表达式查找
search-initials = 首字母
search-initials-title = 按拼音首字母查找
search-count = { $n }/{ $all }
search-none = 没有找到
search-bad-pattern = 正则表达式不完整
search-previous = 上一处
search-next = 下一处
filter-more = 筛选
filter-by-label = 标签
filter-by-status = 状态
filter-by-source = 来源
filter-by-attribute = 字段
filter-noted = 有备注的
source-human = 手动
source-machine = 识别
source-import = 导入

## 统计
statistics-title = 统计
figure-measures = 举措
figure-targets = 目标
figure-units = 责任单位
figure-led = 有牵头或负责单位
figure-timed = 有完成时限
figure-pending = 条建议待定
chart-sections = 各章节陈述
chart-sections-say = 每一节里各类陈述的条数。
chart-units = 单位与举措
chart-units-say = 牵头、配合、负责都计入，颜色越深任务越多。
chart-deadlines = 完成时限
chart-deadlines-say = 按到期月份排列；实心是已接受，空心是建议。
chart-instruments = 政策工具
chart-instruments-say = 按供给型、环境型、需求型归类的举措。
chart-terms = 提法
chart-terms-say = 各提法出现的次数；表格里列出文中写明的组成部分。
chart-as-table = 表格
chart-save = 把“{ $title }”存为 { $kind }
chart-empty = 还没有可以统计的内容
chart-sum = 合计
chart-month = 月份
chart-class = 类别
chart-tasks = 举措
chart-term = 提法
chart-times = 次数
chart-parts = 组成

## 文档库
library-search = 在全部文档中查找
library-backup = 全部导出
library-wipe = 清除全部
library-folders = 文件夹
library-trash = 回收站 { $n }
library-empty = 没有符合的文档
library-restore = 恢复“{ $title }”
library-move = 把“{ $title }”移到文件夹
library-duplicate = 复制“{ $title }”
library-to-trash = 把“{ $title }”移到回收站
library-folder = 文件夹名
library-copy = （副本）
batch-start = 识别 { $n } 篇未标注的
batch-progress = 正在识别第 { $n } 篇，共 { $all } 篇
notice-batch = 已识别 { $n } 篇
notice-trashed = 已移到回收站
problem-reading-stored = 读不出这篇文档，没有做完。请再试一次。
wipe = 清除
wipe-words = 清除本机全部 { $n } 篇文档及其标注？此操作不能撤销。要留底，请先取消，用“全部导出”。
document-details = 文档信息
document-title = 标题
document-date = 讲话日期
document-speaker = 讲话人
document-origin = 来源
document-folder = 文件夹
document-date-hint = “年底前”“下月”等时限按讲话日期推算；改了日期，时限随之改。
document-save = 保存

field-written = 手动填写，原文没有
detail-guideline = 标注说明
