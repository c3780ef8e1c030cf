//! Names that only what becomes of them shows.

use super::check;

#[test]
fn what_becomes_of_a_work_makes_its_plain_words_a_name() {
    check(
        "project",
        &[
            "[project:农产品冷链物流中心]投用。",
            "[project:体育馆]建成开放。",
            "[project:青年创业大赛]、[project:职业技能大赛]成功举办。",
            "推进园区建设，农村公路全线贯通，一批产业园建成投用。[project:]",
            "产业园区加快建设，特色小镇建成投用，小微企业创业园全部建成。[project:]",
            "基础设施项目相继建成，老旧小区改造项目进展顺利。[project:]",
        ],
    );
}

#[test]
fn a_year_that_is_given_to_a_task_is_a_programme() {
    check(
        "project",
        &[
            "开展[project:城市管理提升年活动]和[project:作风建设提升年活动]。",
            "共建[project:“一带一路”国际产业园]，建设“两器一园”综合体。",
            "今年活动较多。[project:]",
        ],
    );
    check("policy", &["承办全省乡村旅游发展大会。[policy:]"]);
}
