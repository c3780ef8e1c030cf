//! Times and quantities that depend on the words beside them.

use super::check;

#[test]
fn what_is_done_each_time_is_no_weekday_and_one_is_a_count_of_it() {
    check(
        "time",
        &[
            "实行[time:每周]一通报、[time:每月]一排名。",
            "[time:每周一]到岗，[time:每周一]调度。",
            "[time:二季度]连续[time:两个月]亏损，[time:一个晚上]查了三家，[time:早晚高峰]增派警力。",
            "签约后[time:半年内]开工，学前[time:三年]毛入园率提高，[time:后五年]再谋划，[time:前10个月]增长，通报了[time:前8个月]的情况。",
            "要抓好[time:后三年]工作，谋划[time:后五年]发展，干好[time:后两个月]。",
            "毕业后[time:两年内]就业，开工后[time:三个月]见形象。",
            "收到申请后[time:3个工作日内]办结，提出诉求后[time:24小时内]答复。",
            "产量连续[time:三年]未达标，税收[time:连续五年]居全省第一，连续[time:两个月]垫底的要约谈。",
            "[time:每到年底]就算账，[time:每逢汛期]都要值守，从[time:即日]起到[time:月底]排查，立即日夜抢修。",
            "[time:春节]马上就要到了，[time:当今]世界变化很快，优胜当今靠创新，人都有老的那一天。",
            "审理案件平均天数降到[time:60天]，用了[time:半个月]时间调研，[time:剩余3年时间内]完成。",
            "资本寒冬里要过紧日子，增开夜间公交，[time:夜间]不得施工，在[time:2026年]年中工作会议上的讲话。",
        ],
    );
    check(
        "quantity",
        &[
            "每季度至少召开[quantity:一次]联席会议，每个镇至少要建成[quantity:一个]示范点，每半年开展[quantity:一次]检查。",
            "每个支部评选一个先进，每名党员都要写一篇心得体会。[quantity:]",
            "1.1 项目建设\n修好[quantity:两座]水闸。\n1.2 人才引进\n2.1 项目建设\n各镇要抓紧。",
            "每一个同志都要负责，每天都是一个新的起点，开展一次整治。[quantity:]",
        ],
    );
}

#[test]
fn points_of_a_speech_are_no_quantities_and_many_problems_are() {
    check(
        "quantity",
        &[
            "我讲三个问题，抓好以下五项工作，下面四条措施要落实。[quantity:]",
            "交办的[quantity:1260个]问题已办结，收到[quantity:300条]建议，分[quantity:6大类]制定标准。",
            "反馈的[quantity:9个]问题都要整改，剩余[quantity:4个]问题要销号，我讲3个问题。",
            "耕地一亩不少，任务一件不落，四处奔走，二轮土地承包，抓两头带中间，说一千道一万。[quantity:]",
            "新建[quantity:四处]公园，买了[quantity:两头]牛，走了[quantity:二里路]，开展[quantity:3次]数据比对。",
            "用[quantity:一半]以上的精力抓落实，用了一年半，投资保持[quantity:两位数]增长，建成[quantity:5万吨级]码头。",
            "脱贫[quantity:1200户3600人]，服务[quantity:1200户]、[quantity:3600人]，新增机井[quantity:1.1万眼]。",
            "三次产业比重为[quantity:5.2:48.1:46.7]，比分是3:10，江苏、浙江两省领先，覆盖[quantity:两省]。",
            "高考二本上线率提高，印发[quantity:二百本]手册。",
        ],
    );
}
